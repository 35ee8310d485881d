using System.Collections.Immutable;
using System.Text;

namespace BookBuilder.Knitr;

/// <summary>What a token of R is.</summary>
internal enum RTokenKind { Number, Text, Name, Operator, NewLine, End }

/// <summary>A token.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">Its characters; of a text, what it says.</param>
/// <param name="Start">Where it begins.</param>
/// <param name="End">Just after it.</param>
internal readonly record struct RToken(RTokenKind Kind, string Text, int Start, int End);

/// <summary>Cuts R code into tokens (R language definition, 10.3).</summary>
internal static class RLexer
{
    // Longest first.
    private static readonly string[] Operators =
    [
        "<<-", "->>", ":::", "<-", "->", "<=", ">=", "==", "!=", "&&", "||", "::", "|>", "[[",
        "+", "-", "*", "/", "^", "<", ">", "!", "&", "|", "~", "?", ":", "=", "(", ")", "{", "}", "[", "]", ",", ";", "$", "@", "\\",
    ];

    /// <summary>The tokens, the last of them the end; null when a character or a quotation is none that R knows.</summary>
    public static ImmutableArray<RToken>? Read(string code)
    {
        var tokens = ImmutableArray.CreateBuilder<RToken>();
        for (int at = 0; at < code.Length;)
        {
            char c = code[at];
            int start = at;
            if (c == '\n') tokens.Add(new(RTokenKind.NewLine, "\n", at, ++at));
            else if (char.IsWhiteSpace(c)) at++;
            else if (c == '#') while (at < code.Length && code[at] != '\n') at++;
            else if (IsRaw(code, at))
            {
                if (Raw(code, ref at) is not { } raw) return null;
                tokens.Add(new(RTokenKind.Text, raw, start, at));
            }
            else if (c is '"' or '\'')
            {
                if (Quoted(code, ref at) is not { } text) return null;
                tokens.Add(new(RTokenKind.Text, text, start, at));
            }
            else if (c == '`')
            {
                int end = code.IndexOf('`', at + 1);
                if (end < 0) return null;
                at = end + 1;
                tokens.Add(new(RTokenKind.Name, code[(start + 1)..end], start, at));
            }
            else if (char.IsAsciiDigit(c) || c == '.' && at + 1 < code.Length && char.IsAsciiDigit(code[at + 1]))
            {
                at = NumberEnd(code, at);
                tokens.Add(new(RTokenKind.Number, code[start..at], start, at));
            }
            else if (char.IsLetter(c) || c is '.' or '_')
            {
                while (at < code.Length && (char.IsLetterOrDigit(code[at]) || code[at] is '.' or '_')) at++;
                tokens.Add(new(RTokenKind.Name, code[start..at], start, at));
            }
            else if (c == '%' && code.IndexOf('%', at + 1) is int close and > 0 && !code.AsSpan(at, close - at).Contains('\n'))
            {
                at = close + 1;
                tokens.Add(new(RTokenKind.Operator, code[start..at], start, at));
            }
            else if (Operators.FirstOrDefault(o => string.CompareOrdinal(code, at, o, 0, o.Length) == 0) is { } found)
            {
                at += found.Length;
                tokens.Add(new(RTokenKind.Operator, found, start, at));
            }
            else
                return null;
        }
        tokens.Add(new(RTokenKind.End, "", code.Length, code.Length));
        return tokens.ToImmutable();
    }

    private static int NumberEnd(string code, int at)
    {
        if (code[at] == '0' && at + 1 < code.Length && code[at + 1] is 'x' or 'X')
        {
            at += 2;
            while (at < code.Length && char.IsAsciiHexDigit(code[at])) at++;
        }
        while (at < code.Length && (char.IsAsciiDigit(code[at]) || code[at] == '.')) at++;
        if (at < code.Length && code[at] is 'e' or 'E')
        {
            int end = at + 1;
            if (end < code.Length && code[end] is '+' or '-') end++;
            if (end < code.Length && char.IsAsciiDigit(code[end]))
                for (at = end; at < code.Length && char.IsAsciiDigit(code[at]);) at++;
        }
        return at < code.Length && code[at] is 'L' or 'i' ? at + 1 : at;
    }

    private static bool IsRaw(string code, int at) =>
        code[at] is 'r' or 'R' && at + 2 < code.Length && code[at + 1] is '"' or '\'' && code[at + 2] is '(' or '[' or '{' or '-';

    /// <summary>r"(…)": nothing in it is escaped.</summary>
    private static string? Raw(string code, ref int at)
    {
        char quote = code[at + 1];
        int open = at + 2;
        while (open < code.Length && code[open] == '-') open++;
        if (open >= code.Length || code[open] is not ('(' or '[' or '{')) return null;
        string closing = (code[open] switch { '(' => ")", '[' => "]", _ => "}" }) + new string('-', open - at - 2) + quote;
        int end = code.IndexOf(closing, open + 1, StringComparison.Ordinal);
        if (end < 0) return null;
        string text = code[(open + 1)..end];
        at = end + closing.Length;
        return text;
    }

    private static string? Quoted(string code, ref int at)
    {
        char quote = code[at];
        var text = new StringBuilder();
        for (at++; at < code.Length && code[at] != quote; at++)
        {
            if (code[at] != '\\' || at + 1 >= code.Length)
            {
                text.Append(code[at]);
                continue;
            }
            at++;
            switch (code[at])
            {
                case 'n': text.Append('\n'); break;
                case 't': text.Append('\t'); break;
                case 'r': text.Append('\r'); break;
                case '0': break;
                case 'u' or 'U': text.Append(CodePoint(code, ref at)); break;
                default: text.Append(code[at]); break;
            }
        }
        if (at >= code.Length) return null;
        at++;
        return text.ToString();
    }

    private static string CodePoint(string code, ref int at)
    {
        int from = at + 1, most = code[at] == 'u' ? 4 : 8;
        bool isBraced = from < code.Length && code[from] == '{';
        if (isBraced) from++;
        int end = from;
        while (end < code.Length && end - from < most && char.IsAsciiHexDigit(code[end])) end++;
        if (end == from) return "u";
        int value = Convert.ToInt32(code[from..end], 16);
        at = isBraced && end < code.Length && code[end] == '}' ? end : end - 1;
        return Rune.IsValid(value) ? new Rune(value).ToString() : "\ufffd";
    }
}
