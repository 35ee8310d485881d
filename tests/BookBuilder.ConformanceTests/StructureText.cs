using System.Text;
using System.Text.RegularExpressions;

namespace BookBuilder.ConformanceTests;

/// <summary>The text of a PDF in the order of its tags, as poppler tells it. What EPUBs say otherwise than in words is left out: what is drawn, formulas, and the marks of list items.</summary>
/// <param name="Body">The text without the notes.</param>
/// <param name="Notes">The notes, one after the other.</param>
public sealed partial record StructureText(string Body, string Notes)
{
    /// <summary>Reads a PDF.</summary>
    public static StructureText Of(string pdf)
    {
        Outcome read = BuiltBook.Run("pdfinfo", "-struct-text", pdf);
        Assert.True(read.Code == 0 && read.Errors.Trim().Length == 0, read.Errors);
        StringBuilder body = new(), notes = new();
        List<string> above = [];   // the tags around the line, outermost first: each is two spaces further in
        foreach (string line in read.Output.Split('\n'))
        {
            string said = line.TrimStart(' ');
            int depth = (line.Length - said.Length) / 2;
            bool isText = said.StartsWith('"');
            Match tag = Tag().Match(said);
            if (!isText && !tag.Success)
                continue;   // an attribute, or an annotation
            if (depth < above.Count)
                above.RemoveRange(depth, above.Count - depth);
            if (!isText)
                above.Add(tag.Value);
            else if (IsWords(above, said))
                (above.Contains("Note") ? notes : body).Append(said.AsSpan().Trim('"'));
        }
        return new(body.ToString(), notes.ToString());
    }

    private static bool IsWords(List<string> above, string said)
    {
        bool drawn = above.Contains("Formula") || (above.Contains("Figure") && !above.Contains("Caption"));
        return !drawn && !(above is [.., "LI", "Lbl"] && ListMark().IsMatch(said));
    }

    [GeneratedRegex(@"^(?!Object )[A-Z]\w*(?=$|:|\s)")]
    private static partial Regex Tag();

    /// <summary>A bullet, a number or a letter: what a list in HTML gives its items by itself.</summary>
    [GeneratedRegex(@"^\W*(\d+|\w|[ivx]+)?\W*$")]
    private static partial Regex ListMark();
}
