using System.Text.RegularExpressions;

namespace BookBuilder.Markdown.Syntax;

/// <summary>The spellings of a label in other tools, and the one this book uses.</summary>
internal static partial class Labels
{
    /// <summary>A label as it stands after an at sign: a reserved prefix, a hyphen (or colon), a name that ends in a letter, a digit or an underscore.</summary>
    public const string Pattern = @"(?:[Ff]ig|[Tt]bl|[Tt]ab|[Ss]ec|[Ee]q|[Ll]st|[Tt]hm|[Ll]em|[Cc]or|[Pp]rp|[Cc]nj|[Dd]ef|[Ee]xm|[Ee]xr|[Hh]yp)[-:][\p{L}\p{N}](?:[-\p{L}\p{N}_.:]*[\p{L}\p{N}_])?";

    /// <summary>"fig:x" -> "fig-x", "tab:x" -> "tbl-x"; anything else unchanged.</summary>
    public static string Canonical(string label)
    {
        Match typed = Typed().Match(label);
        if (!typed.Success) return label;
        string type = typed.Groups[1].Value;
        return (type == "tab" ? "tbl" : type) + "-" + typed.Groups[2].Value;
    }

    /// <summary>The canonical form of what follows an at sign: its first letter may be a capital there.</summary>
    public static string OfReference(string written) => Canonical(char.ToLowerInvariant(written[0]) + written[1..]);

    [GeneratedRegex(@"^(fig|tab|tbl|sec|eq|lst|thm|lem|cor|prp|cnj|def|exm|exr|hyp):(.+)$")]
    private static partial Regex Typed();
}
