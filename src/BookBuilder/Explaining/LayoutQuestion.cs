using System.Globalization;

namespace BookBuilder.Explaining;

/// <summary>What somebody wants explained. A closed set.</summary>
public abstract record LayoutQuestion
{
    private protected LayoutQuestion() { }

    /// <summary>Reads a question: <c>page:42</c> (a printed page), <c>ch3.md:120</c> (a line of a source file), <c>fig-x</c> (a label).</summary>
    /// <param name="text">The question.</param>
    /// <returns>The question; null when the text is none.</returns>
    public static LayoutQuestion? Read(string text)
    {
        text = text.Trim();
        int colon = text.LastIndexOf(':');
        if (colon < 0) return text.Length == 0 ? null : new LabelQuestion(text.TrimStart('@', '#'));
        string before = text[..colon].Trim(), after = text[(colon + 1)..].Trim();
        if (before.Equals("page", StringComparison.OrdinalIgnoreCase)) return after.Length == 0 ? null : new PageQuestion(after);
        // bookdown's labels have a colon too: fig:x.
        if (int.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out int line) && before.Contains('.')) return new PlaceQuestion(before.Replace('\\', '/'), line);
        return before.Length > 0 && after.Length > 0 ? new LabelQuestion($"{before}-{after}") : null;
    }
}

/// <summary>Why a page is as it is.</summary>
/// <param name="Label">Its printed label.</param>
public sealed record PageQuestion(string Label) : LayoutQuestion;

/// <summary>Why something with a label stands where it stands.</summary>
/// <param name="Label">Its label, as in the source: <c>fig-tides</c>.</param>
public sealed record LabelQuestion(string Label) : LayoutQuestion;

/// <summary>Why a paragraph is set as it is.</summary>
/// <param name="File">The source file; its end is enough: <c>tides.md</c>.</param>
/// <param name="Line">The line in it, from 1.</param>
public sealed record PlaceQuestion(string File, int Line) : LayoutQuestion;
