using System.Collections.Immutable;
using System.Text;

namespace BookBuilder.Translation;

/// <summary>An attribute list <c>{#id .class key="value"}</c> in a source text (Pandoc's manual, attributes).</summary>
/// <param name="Id">Null when none is given.</param>
/// <param name="Classes">Without their dots; <c>-</c> is "unnumbered".</param>
/// <param name="Values">In their order.</param>
internal sealed record AttributeList(string? Id, ImmutableArray<string> Classes, ImmutableArray<KeyValuePair<string, string>> Values)
{
    /// <summary>None.</summary>
    public static AttributeList None { get; } = new(null, [], []);

    /// <summary>The value of a key, or null.</summary>
    public string? this[string key]
    {
        get
        {
            foreach ((string k, string v) in Values)
                if (k == key) return v;
            return null;
        }
    }

    /// <summary>Whether nothing is in it.</summary>
    public bool IsEmpty => Id is null && Classes.IsEmpty && Values.IsEmpty;

    /// <summary>Whether a class is given.</summary>
    public bool Has(string name) => Classes.Contains(name);

    /// <summary>The list with a value set; null takes it out.</summary>
    public AttributeList With(string key, string? value)
    {
        ImmutableArray<KeyValuePair<string, string>> rest = Values.RemoveAll(v => v.Key == key);
        return this with { Values = value is null ? rest : rest.Add(new(key, value)) };
    }

    /// <summary>The list without the given classes.</summary>
    public AttributeList Without(params ReadOnlySpan<string> classes)
    {
        ImmutableArray<string> left = Classes;
        foreach (string name in classes) left = left.RemoveAll(c => c == name);
        return this with { Classes = left };
    }

    /// <summary>Reads a list that begins at a brace.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">Where the brace stands.</param>
    /// <param name="end">Just after the closing brace.</param>
    /// <returns>Null when it is no well-formed list.</returns>
    public static AttributeList? Read(string text, int start, out int end)
    {
        end = start;
        if (start >= text.Length || text[start] != '{') return null;
        string? id = null;
        var classes = ImmutableArray.CreateBuilder<string>();
        var values = ImmutableArray.CreateBuilder<KeyValuePair<string, string>>();
        int at = start + 1;
        while (true)
        {
            while (at < text.Length && (char.IsWhiteSpace(text[at]) || text[at] == ',')) at++;
            if (at >= text.Length) return null;
            if (text[at] == '}') break;
            if (text[at] == '-' && (at + 1 == text.Length || text[at + 1] is '}' or ' ' or '#'))
            {
                classes.Add("unnumbered");
                at++;
                continue;
            }
            if (text[at] is '#' or '.')
            {
                bool isId = text[at] == '#';
                string name = Word(text, ++at);
                if (name.Length == 0) return null;
                if (isId) id = name;
                else classes.Add(name);
                at += name.Length;
                continue;
            }
            string key = Word(text, at);
            at += key.Length;
            if (key.Length == 0 || at >= text.Length || text[at] != '=') return null;
            if (Value(text, ref at) is not { } value) return null;
            values.Add(new(key, value));
        }
        end = at + 1;
        return new AttributeList(id, classes.ToImmutable(), values.ToImmutable());
    }

    /// <summary>The list at the end of a line, and what stands before it; null when there is none.</summary>
    public static (AttributeList List, string Before)? AtEnd(string line)
    {
        string trimmed = line.TrimEnd();
        if (!trimmed.EndsWith('}')) return null;
        for (int at = trimmed.LastIndexOf('{'); at >= 0; at = at == 0 ? -1 : trimmed.LastIndexOf('{', at - 1))
            if (Read(trimmed, at, out int end) is { } list && end == trimmed.Length)
                return (list, trimmed[..at].TrimEnd());
        return null;
    }

    /// <summary>The list as it is written; empty when nothing is in it.</summary>
    public override string ToString()
    {
        if (IsEmpty) return "";
        var text = new StringBuilder("{");
        if (Id is not null) text.Append('#').Append(Id);
        foreach (string name in Classes) Space(text).Append('.').Append(name);
        foreach ((string key, string value) in Values)
            Space(text).Append(key).Append("=\"").Append(value.Replace("\"", "\\\"", StringComparison.Ordinal)).Append('"');
        return text.Append('}').ToString();

        static StringBuilder Space(StringBuilder text) => text.Length > 1 ? text.Append(' ') : text;
    }

    private static string Word(string text, int start)
    {
        int at = start;
        while (at < text.Length && !char.IsWhiteSpace(text[at]) && text[at] is not ('}' or '{' or '=' or '"' or '\'' or '#' or ',')) at++;
        return text[start..at];
    }

    private static string? Value(string text, ref int at)
    {
        at++;
        if (at >= text.Length) return null;
        char quote = text[at];
        if (quote is not ('"' or '\''))
        {
            int start = at;
            while (at < text.Length && !char.IsWhiteSpace(text[at]) && text[at] is not ('}' or ',')) at++;
            return text[start..at];
        }
        var value = new StringBuilder();
        for (at++; at < text.Length && text[at] != quote; at++)
        {
            if (text[at] == '\\' && at + 1 < text.Length && text[at + 1] == quote) at++;
            value.Append(text[at]);
        }
        if (at >= text.Length) return null;
        at++;
        return value.ToString();
    }
}
