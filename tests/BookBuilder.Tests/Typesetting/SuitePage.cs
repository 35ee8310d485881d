using System.Text;

namespace BookBuilder.Tests.Typesetting;

/// <summary>A page of tests: rules in prose, each with an input and the output it must have, as fenced blocks side by side.</summary>
/// <remarks>With BOOKBUILDER_ACCEPT=1 the outputs are written anew; the difference is the review.</remarks>
internal sealed class SuitePage
{
    private readonly string _path;
    private readonly List<string> _lines;

    private SuitePage(string path)
    {
        _path = path;
        _lines = [.. File.ReadAllLines(path)];
    }

    public static SuitePage Open(string name) => new(Path.Combine(Repository.Root, "tests", "suite", name));

    /// <summary>The headings of the cases: those with an input of this kind below them.</summary>
    public IEnumerable<string> Cases(string input) => Found(input).Select(f => f.Heading);

    /// <summary>Holds the output of one case against what is written, or writes it.</summary>
    public void Check(string heading, string input, string output, Func<string, string> run)
    {
        (_, int start) = Found(input).Single(f => f.Heading == heading);
        int end = _lines.IndexOf("```", start + 1);
        string actual = run(string.Join('\n', _lines[(start + 1)..end]));
        int outStart = end + 1;
        bool written = outStart < _lines.Count && _lines[outStart] == "```" + output;
        int outEnd = written ? _lines.IndexOf("```", outStart + 1) : outStart;
        string expected = written ? string.Join('\n', _lines[(outStart + 1)..outEnd]) : "";
        if (Environment.GetEnvironmentVariable("BOOKBUILDER_ACCEPT") == "1")
        {
            if (written) _lines.RemoveRange(outStart, outEnd - outStart + 1);
            _lines.InsertRange(outStart, ["```" + output, .. actual.Split('\n'), "```"]);
            File.WriteAllText(_path, new StringBuilder().AppendJoin('\n', _lines).Append('\n').ToString());
            return;
        }
        Assert.Equal(expected, actual);
    }

    private IEnumerable<(string Heading, int Line)> Found(string input)
    {
        string heading = "";
        for (int i = 0; i < _lines.Count; i++)
            if (_lines[i].StartsWith("## ", StringComparison.Ordinal)) heading = _lines[i][3..];
            else if (_lines[i] == "```" + input) yield return (heading, i);
    }
}
