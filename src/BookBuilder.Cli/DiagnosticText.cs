using System.Globalization;
using System.Text;
using BookBuilder.Files;
using BookBuilder.Model.Diagnostics;

namespace BookBuilder.Cli;

/// <summary>Writes diagnostics as compilers do, so that editors and build servers find the place: <c>file(line,col): error BB1234: message</c>.</summary>
/// <param name="files">The book's files, for the lines of the source.</param>
/// <param name="pathOf">Turns a path of the book into one to print.</param>
/// <param name="hasColor">Whether the terminal shows colours.</param>
internal sealed class DiagnosticText(IBookFiles files, Func<string, string> pathOf, bool hasColor)
{
    private const int WidestLine = 100;
    private const long LargestFile = 16 << 20;

    private readonly Dictionary<string, string> _texts = [];

    /// <summary>The diagnostic, its source line with a caret, and its hints; with line ends.</summary>
    public string Of(Diagnostic diagnostic)
    {
        var text = new StringBuilder();
        SourceSpan span = diagnostic.Span;
        string place = span.Path.Length == 0 ? "bookbuilder"
            : string.Create(CultureInfo.InvariantCulture, $"{pathOf(span.Path)}({Math.Max(1, span.Start.Line)},{Math.Max(1, span.Start.Column)})");
        string severity = diagnostic.Severity switch { Severity.Error => "error", Severity.Warning => "warning", _ => "info" };
        string code = diagnostic.Severity switch { Severity.Error => "31", Severity.Warning => "33", _ => "36" };
        text.Append(place).Append(": ").Append(Colored($"{severity} {diagnostic.Code}", code)).Append(": ").Append(diagnostic.Message);
        // Many messages name their page already.
        if (diagnostic.Page is { } page && !diagnostic.Message.Contains($"page {page}", StringComparison.Ordinal)) text.Append($" (page {page})");
        text.Append('\n');
        bool hasLine = AppendSource(text, span, code);
        foreach (string hint in diagnostic.Hints)
            text.Append(hasLine ? new string(' ', Gutter(span)) : "  ").Append(" = ").Append(hint).Append('\n');
        return text.ToString();
    }

    private bool AppendSource(StringBuilder text, SourceSpan span, string color)
    {
        if (span.Path.Length == 0 || span.Start == span.End && span.Start is { Line: <= 1, Column: <= 1 }) return false;
        if (LineOf(Text(span.Path), span.Start.Line) is not { } line) return false;
        int start = Math.Clamp(span.Start.Column - 1, 0, line.Length);
        int end = span.End.Line == span.Start.Line ? Math.Clamp(span.End.Column - 1, start, line.Length) : line.TrimEnd().Length;
        (string shown, int from) = Window(line, start);
        string caret = Caret(shown, start - from, Math.Min(end, from + shown.Length) - from);
        string number = span.Start.Line.ToString(CultureInfo.InvariantCulture).PadLeft(Gutter(span) - 1);
        text.Append(number).Append(" | ").Append(shown.Replace('\t', ' ')).Append('\n');
        text.Append(' ', Gutter(span)).Append("| ").Append(Colored(caret, color)).Append('\n');
        return true;
    }

    private static int Gutter(SourceSpan span) => Math.Max(5, span.Start.Line.ToString(CultureInfo.InvariantCulture).Length + 1) + 1;

    /// <summary>The part of a line around a column, when the line is too long to show.</summary>
    private static (string Shown, int From) Window(string line, int column)
    {
        if (line.Length <= WidestLine) return (line, 0);
        int from = Math.Clamp(column - WidestLine / 3, 0, line.Length - WidestLine);
        return (line.Substring(from, WidestLine), from);
    }

    private static string Caret(string shown, int start, int end) =>
        new string(' ', Math.Max(0, start)) + new string('^', Math.Clamp(end - start, 1, Math.Max(1, shown.Length - start)));

    private string Text(string path)
    {
        if (!_texts.TryGetValue(path, out string? text))
            _texts[path] = text = files.Read(path, LargestFile) is FileFound file ? Encoding.UTF8.GetString(file.Data.Span).TrimStart('\ufeff') : "";
        return text;
    }

    /// <summary>A line without its end; null when the text has not so many.</summary>
    private static string? LineOf(string text, int number)
    {
        int start = 0;
        for (int line = 1; line < number && start >= 0; line++) start = text.IndexOf('\n', start) + 1 is > 0 and int next ? next : -1;
        if (number < 1 || start < 0 || text.Length == 0) return null;
        int end = text.IndexOf('\n', start);
        return text[start..(end < 0 ? text.Length : end)].TrimEnd('\r');
    }

    private string Colored(string text, string color) => hasColor ? $"\u001b[{color}m{text}\u001b[0m" : text;
}
