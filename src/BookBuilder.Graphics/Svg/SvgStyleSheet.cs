namespace BookBuilder.Graphics.Svg;

/// <summary>The rules of a file's style elements, and what they and the attributes say of an element.</summary>
/// <remarks>Selectors of one element: a name, #id and .class in any number, several between commas. Nothing that looks at the elements around.</remarks>
internal sealed class SvgStyleSheet
{
    private sealed record Rule(string? Name, string? Id, string[] Classes, int Weight, List<KeyValuePair<string, string>> Declarations);

    private readonly List<Rule> _rules = [];

    /// <summary>The sheet of all style elements of a file, in the order of their weight.</summary>
    public static SvgStyleSheet Of(SvgFile file)
    {
        SvgStyleSheet sheet = new();
        foreach (SvgElement style in file.Styles)
            sheet.Read(file, style, WithoutComments(string.Concat(style.Content.Select(c => c.Text))));
        List<Rule> sorted = [.. sheet._rules.OrderBy(r => r.Weight)];
        sheet._rules.Clear();
        sheet._rules.AddRange(sorted);
        return sheet;
    }

    /// <summary>What holds for an element: its attributes, over them the rules, over those its style attribute.</summary>
    public Dictionary<string, string> DeclarationsOf(SvgElement element)
    {
        Dictionary<string, string> all = new(StringComparer.Ordinal);
        foreach ((string name, string value) in element.Attributes) all[name] = value;
        if (_rules.Count > 0)
        {
            string[] classes = element["class"]?.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) ?? [];
            foreach (Rule rule in _rules)
                if ((rule.Name is null || rule.Name == element.Name) && (rule.Id is null || rule.Id == element.Id) && rule.Classes.All(classes.Contains))
                    foreach ((string name, string value) in rule.Declarations) all[name] = value;
        }
        if (element["style"] is string own)
            foreach ((string name, string value) in Declarations(WithoutComments(own))) all[name] = value;
        return all;
    }

    private void Read(SvgFile file, SvgElement at, string css)
    {
        for (int from = 0; from < css.Length;)
        {
            int open = css.IndexOfAny(['{', ';'], from);
            string head = css[from..(open < 0 ? css.Length : open)].Trim();
            if (head.StartsWith('@'))
            {
                file.Unsupported(at, $"the style rule '{head.Split(' ', '\n')[0]}'");
                from = open < 0 ? css.Length : css[open] == ';' ? open + 1 : AfterBlock(css, open);
                continue;
            }
            if (open < 0 || css[open] == ';')
            {
                if (head.Length > 0) file.BadValue(at, "style", head);
                from = open < 0 ? css.Length : open + 1;
                continue;
            }
            int end = AfterBlock(css, open);
            List<KeyValuePair<string, string>> declarations = Declarations(css[(open + 1)..Math.Max(open + 1, end - 1)]);
            foreach (string selector in head.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
                if (Parse(selector, declarations) is Rule rule) _rules.Add(rule);
                else file.Unsupported(at, $"the style for '{selector}'", "use selectors of one element: name, .class or #id");
            from = end;
        }
    }

    private static int AfterBlock(string css, int open)
    {
        int depth = 0;
        for (int at = open; at < css.Length; at++)
        {
            if (css[at] == '{') depth++;
            else if (css[at] == '}' && --depth == 0) return at + 1;
        }
        return css.Length;
    }

    private static Rule? Parse(string selector, List<KeyValuePair<string, string>> declarations)
    {
        if (selector == ":root") selector = "svg";
        if (selector.AsSpan().IndexOfAny(" \t\r\n>+~[:") >= 0) return null;
        int head = selector.AsSpan().IndexOfAny('.', '#');
        string name = head < 0 ? selector : selector[..head];
        string? id = null;
        List<string> classes = [];
        for (int at = head; at >= 0 && at < selector.Length;)
        {
            int next = selector.AsSpan(at + 1).IndexOfAny('.', '#');
            int end = next < 0 ? selector.Length : at + 1 + next;
            string part = selector[(at + 1)..end];
            if (selector[at] == '#') id = part;
            else classes.Add(part);
            at = end;
        }
        int weight = (id is null ? 0 : 10_000) + 100 * classes.Count + (name is "" or "*" ? 0 : 1);
        return new Rule(name is "" or "*" ? null : name, id, [.. classes], weight, declarations);
    }

    private static List<KeyValuePair<string, string>> Declarations(string css)
    {
        List<KeyValuePair<string, string>> all = [];
        foreach (string declaration in SplitOutsideBrackets(css))
        {
            int colon = declaration.IndexOf(':');
            if (colon <= 0) continue;
            string value = declaration[(colon + 1)..].Trim();
            int important = value.IndexOf("!important", StringComparison.OrdinalIgnoreCase);
            if (important >= 0) value = value[..important].TrimEnd();
            string name = declaration[..colon].Trim();
            all.Add(new(name.StartsWith("--", StringComparison.Ordinal) ? name : name.ToLowerInvariant(), value));
        }
        return all;
    }

    /// <summary>At semicolons, but not at those of url(data:image/png;base64,…) or of a quoted name.</summary>
    private static IEnumerable<string> SplitOutsideBrackets(string css)
    {
        int depth = 0, from = 0;
        char quote = '\0';
        for (int at = 0; at < css.Length; at++)
        {
            char c = css[at];
            if (quote != '\0') { if (c == quote) quote = '\0'; }
            else if (c is '"' or '\'') quote = c;
            else if (c == '(') depth++;
            else if (c == ')') depth--;
            else if (c == ';' && depth <= 0)
            {
                yield return css[from..at];
                from = at + 1;
            }
        }
        yield return css[from..];
    }

    private static string WithoutComments(string css)
    {
        for (int open = css.IndexOf("/*", StringComparison.Ordinal); open >= 0; open = css.IndexOf("/*", open, StringComparison.Ordinal))
        {
            int close = css.IndexOf("*/", open + 2, StringComparison.Ordinal);
            css = close < 0 ? css[..open] : css[..open] + " " + css[(close + 2)..];
        }
        return css;
    }
}
