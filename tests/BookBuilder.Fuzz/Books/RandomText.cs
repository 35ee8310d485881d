using System.Collections.Immutable;
using System.Text;
using BookBuilder.Fuzz.Mutations;

namespace BookBuilder.Fuzz.Books;

/// <summary>Words and sentences of Markdown: plain ones, and such as programs stumble over.</summary>
internal sealed class RandomText(Random random)
{
    private static readonly string[] Words =
    [
        "the", "sea", "rises", "twice", "a", "day", "and", "whoever", "lives", "at", "its", "shore", "knows", "hours", "of", "harbour", "lighthouse", "tides", "I", "well-known", "x", "1,208", "3.5%", "2024", "co-operation", "don't", "\"quoted\"", "'so'", "--", "...", "e.g.", "no.\\ 5",
        "counterrevolutionaries", "Donaudampfschifffahrtsgesellschaft", "fi", "ffl", "Æon", "Ångström", "naïve", "œuvre", "straße", "Ελλάδα", "Москва", "\u05e9\u05dc\u05d5\u05dd", "\u05e2\u05d5\u05dc\u05dd", "\u0633\u0644\u0627\u0645", "\u4f60\u597d\u4e16\u754c", "\u6771\u4eac\u90fd\u306b\u884c\u304d\u307e\u3059", "\ud55c\uad6d\uc5b4", "\u0928\u092e\u0938\u094d\u0924\u0947", "\u0e2a\u0e27\u0e31\u0e2a\u0e14\u0e35",
        "\ud83d\ude00", "\ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67", "\ud83c\uddf3\ud83c\uddf4", "e\u0301", "a\u0301\u0302\u0303", "\u2192", "\u221e", "\u00bd", "\u00ad", "soft\u00adhyphen", "zero\u200bwidth", "no\u00a0break", "<b>", "&amp;", "a_b_c", "C:\\\\x", "\\*", "#5", "@", "$5", "100\\$", "[x]", "{y}", "|", "`", "a/b/c", "https://a.b/c?d=e&f=g",
    ];

    private readonly int _strangeness = random.Next(5) switch { 0 => 3, 1 => 12, 2 => 40, _ => 200 };

    /// <summary>Labels that were given, by their kinds: "fig-a".</summary>
    public List<string> Labels { get; } = [];

    /// <summary>Some words without marks of Markdown.</summary>
    public string Plain(int least, int most)
    {
        var text = new StringBuilder();
        for (int n = random.Next(least, most + 1); n > 0; n--) text.Append(Word()).Append(n == 1 ? "" : " ");
        return text.ToString();
    }

    /// <summary>A paragraph with notes, links, formulas, code and references in it.</summary>
    /// <param name="depth">How deep such things may stand in each other.</param>
    public string Running(int least, int most, int depth = 2)
    {
        var text = new StringBuilder();
        for (int n = random.Next(least, most + 1); n > 0; n--)
        {
            string word = random.Next(9) == 0 && depth > 0 ? Inline(depth - 1) : Word();
            text.Append(word).Append(random.Next(14) == 0 ? ". " : random.Next(40) == 0 ? "\\\n" : random.Next(15) == 0 ? "\n" : " ");
        }
        return text.ToString().Trim();
    }

    private string Inline(int depth) => random.Next(18) switch
    {
        0 => $"*{Running(1, 4, depth)}*",
        1 => $"**{Running(1, 4, depth)}**",
        2 => $"`{Plain(1, 3).Replace("`", "", StringComparison.Ordinal)}`",
        3 => $"~~{Running(1, 3, depth)}~~",
        4 => $"[{Running(1, 3, depth)}](https://example.org/{random.Next(99)})",
        5 => $"^[{Running(1, 12, depth)}]",
        6 => $"${Formula()}$",
        7 => $"[{Running(1, 3, depth)}]{{.smallcaps}}",
        8 => $"[{Running(1, 3, depth)}]{{lang={Pick("de", "he", "fr", "ar", "ja")}}}",
        9 => "H~2~O", 10 => "x^2^",
        11 when Labels.Count > 0 => $"@{Pick(Labels.ToImmutableArray())}",
        12 when Labels.Count > 0 => $"[@{Pick(Labels.ToImmutableArray())}]{{.page}}",
        13 when Labels.Count > 0 => $"[-@{Pick(Labels.ToImmutableArray())}]",
        14 => $"<https://example.org/{random.Next(9)}>",
        15 => $"![{Plain(1, 3)}](p/dot.png)",
        16 => $"***{Running(1, 3, depth)}***",
        _ => $"\"{Running(1, 3, depth)}\"",
    };

    /// <summary>A formula of TeX.</summary>
    public string Formula()
    {
        string[] parts = ["a_1^2", "\\frac{a+b}{c}", "\\sqrt{x}", "\\sum_{i=1}^{n} i", "\\alpha\\beta", "\\left(\\frac12\\right)", "\\int_0^1 f(x)\\,dx", "x \\le y", "\\text{if } x", "\\begin{pmatrix} 1 & 0 \\\\ 0 & 1 \\end{pmatrix}", "\\hat{x}", "\\mathbb{R}", "\\sin x", "n!", "\\unknown", "\\overbrace{a+b}^{c}", "'", "{}", "\u05d0"];
        return string.Join(random.Next(2) == 0 ? " + " : " = ", Enumerable.Range(0, random.Next(1, 7)).Select(_ => Pick(parts)));
    }

    /// <summary>One of several.</summary>
    public string Pick(params string[] of) => of[random.Next(of.Length)];

    /// <summary>One of several.</summary>
    public string Pick(ImmutableArray<string> of) => of[random.Next(of.Length)];

    private string Word()
    {
        string word = random.Next(4) == 0 ? Words[random.Next(Words.Length)] : Words[random.Next(24)];
        if (random.Next(_strangeness) == 0) word = word.Insert(random.Next(word.Length + 1), Pick(NastyText.Characters));
        if (random.Next(500) == 0) word = string.Concat(Enumerable.Repeat(word, random.Next(2, 60)));
        return word;
    }
}
