using System.Text;
using System.Text.RegularExpressions;

namespace BookBuilder.PageText;

/// <summary>Words in a form in which the same words are equal: without marks, tags, quotes' and dashes' shapes, case and blanks.</summary>
internal static partial class Folding
{
    /// <summary>The folded words; empty for signs only.</summary>
    public static string Fold(string text)
    {
        text = Plain(text);
        var folded = new StringBuilder(text.Length);
        foreach (char c in text.Normalize(NormalizationForm.FormKC))
        {
            char plain = c switch
            {
                '’' or '‘' or '`' => '\'',
                '“' or '”' or '„' or '«' or '»' => '"',
                '–' or '—' or '‐' or '‑' or '−' => '-',
                _ => c,
            };
            if (plain is '\\' or '*' or '\u00ad') continue;
            if (!char.IsWhiteSpace(plain)) folded.Append(char.ToLowerInvariant(plain));
        }
        return folded.ToString();
    }

    /// <summary>The text without marks and tags.</summary>
    public static string Plain(string text) => Tags().Replace(Marks().Replace(text, ""), "");

    /// <summary>What shows of a text in a report: its words around the middle left out.</summary>
    public static string Short(string text, int most = 90)
    {
        if (text.Length <= most) return text;
        int head = most * 2 / 3, tail = most - head - 1;
        return Whole(text, head) + "…" + text[Start(text, text.Length - tail)..];
    }

    /// <summary>The last words of a text.</summary>
    public static string Ending(string text, int most = 40) => text.Length <= most ? text : "…" + text[Start(text, text.Length - most)..];

    /// <summary>The first words of a text.</summary>
    public static string Beginning(string text, int most = 40) => text.Length <= most ? text : Whole(text, most) + "…";

    private static string Whole(string text, int at)
    {
        int blank = text.LastIndexOf(' ', at);
        return text[..(blank > at / 2 ? blank : at)];
    }

    private static int Start(string text, int at)
    {
        int blank = text.IndexOf(' ', at);
        return blank >= 0 && blank < text.Length - 1 ? blank + 1 : at;
    }

    [GeneratedRegex(@"<sup>[^<]*</sup>|\[\^\d+\]|\^\d+\^", RegexOptions.CultureInvariant)]
    private static partial Regex Marks();

    [GeneratedRegex(@"</?[a-zA-Z][a-zA-Z0-9]*(?:\s[^<>]*)?/?>", RegexOptions.CultureInvariant)]
    private static partial Regex Tags();
}
