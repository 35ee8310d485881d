using System.Collections.Immutable;
using BookBuilder.Model.Blocks;

namespace BookBuilder.Markdown.Syntax;

/// <summary>Reads <c>{#id .class key="value"}</c> as Pandoc's manual defines it (attributes of headings, fences, links, spans and divs).</summary>
internal static class AttributeText
{
    /// <summary>Reads an attribute list that begins at a brace.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">Where its opening brace stands.</param>
    /// <param name="limit">Just after the last character that may be read.</param>
    /// <param name="end">Just after the closing brace.</param>
    /// <returns>Null when there is no well-formed list: then the brace is a character like others.</returns>
    public static Attributes? Read(string text, int start, int limit, out int end)
    {
        end = start;
        if (start >= limit || text[start] != '{') return null;
        string? label = null;
        var classes = ImmutableArray.CreateBuilder<string>();
        var values = ImmutableArray.CreateBuilder<KeyValuePair<string, string>>();
        int at = start + 1;
        while (true)
        {
            while (at < limit && char.IsWhiteSpace(text[at])) at++;
            if (at >= limit) return null;
            if (text[at] == '}') break;
            if (text[at] == '-')
            {
                classes.Add("unnumbered");
                at++;
                continue;
            }
            if (text[at] is '#' or '.')
            {
                bool isLabel = text[at] == '#';
                string name = Word(text, ++at, limit);
                if (name.Length == 0) return null;
                if (isLabel) label = Labels.Canonical(name);
                else classes.Add(name);
                at += name.Length;
                continue;
            }
            string key = Word(text, at, limit);
            at += key.Length;
            if (at >= limit || text[at] != '=') return null;
            if (Value(text, ref at, limit) is not { } value) return null;
            values.Add(new(key, value));
        }
        end = at + 1;
        return new Attributes { Label = label, Classes = classes.ToImmutable(), Values = values.ToImmutable() };
    }

    private static string Word(string text, int start, int limit)
    {
        int at = start;
        while (at < limit && !char.IsWhiteSpace(text[at]) && text[at] is not ('}' or '{' or '=' or '"' or '\'' or '#')) at++;
        return text[start..at];
    }

    private static string? Value(string text, ref int at, int limit)
    {
        at++;
        if (at >= limit) return null;
        char quote = text[at];
        if (quote is not ('"' or '\''))
        {
            int start = at;
            while (at < limit && !char.IsWhiteSpace(text[at]) && text[at] != '}') at++;
            return text[start..at];
        }
        var value = new System.Text.StringBuilder();
        for (at++; at < limit && text[at] != quote; at++)
        {
            if (text[at] == '\\' && at + 1 < limit && text[at + 1] == quote) at++;
            value.Append(text[at] is '\n' or '\r' ? ' ' : text[at]);
        }
        if (at >= limit) return null;
        at++;
        return value.ToString();
    }
}
