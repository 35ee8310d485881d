using System.Collections.Frozen;

namespace BookBuilder.Bookdown;

/// <summary>Theorems and what is numbered or proved like them.</summary>
internal static class Theorems
{
    /// <summary>The kinds, each with the first part of its labels; empty for those that are not numbered.</summary>
    private static readonly FrozenDictionary<string, string> Kinds = new Dictionary<string, string>
    {
        ["theorem"] = "thm", ["lemma"] = "lem", ["corollary"] = "cor", ["proposition"] = "prp", ["conjecture"] = "cnj", ["definition"] = "def",
        ["example"] = "exm", ["exercise"] = "exr", ["hypothesis"] = "hyp", ["proof"] = "", ["remark"] = "", ["solution"] = "",
    }.ToFrozenDictionary();

    /// <summary>Whether a class or an engine is such a kind.</summary>
    public static bool IsKind(string name) => Kinds.ContainsKey(name);

    /// <summary>The first parts of labels.</summary>
    public static IEnumerable<string> Prefixes => Kinds.Values.Where(p => p.Length > 0).Order(StringComparer.Ordinal);

    /// <summary>The line that opens such a division.</summary>
    /// <param name="kind">Its kind.</param>
    /// <param name="label">Its label, as bookdown has it; null when it has none.</param>
    /// <param name="name">Its name; null when it has none.</param>
    /// <param name="more">Further classes.</param>
    public static string Opening(string kind, string? label, string? name, IEnumerable<string> more)
    {
        string prefix = Kinds[kind];
        string id = label is null || prefix.Length == 0 ? "" : $" #{Knitr.FigureLines.Labelled(prefix, label)}";
        string named = string.IsNullOrWhiteSpace(name) ? "" : $" name=\"{Knitr.FigureLines.Quotable(name)}\"";
        return $"::: {{.{kind}{string.Concat(more.Select(c => " ." + c))}{id}{named}}}";
    }
}
