using System.Collections.Immutable;

namespace BookBuilder.Bookdown;

/// <summary>Boxes beside the text: bookdown's rmdnote and its like, bs4's callouts.</summary>
internal static class CustomBlocks
{
    /// <summary>The callout a class means; null when it is some other class.</summary>
    public static string? Callout(string name) => name.ToLowerInvariant() switch
    {
        "rmdnote" or "callout-note" or "note" or "rmdinfo" or "info" or "infobox" or "callout-info" => "callout-note",
        "rmdtip" or "callout-tip" or "tip" or "rmdhint" or "hint" => "callout-tip",
        "rmdwarning" or "callout-warning" or "warning" or "warn" => "callout-warning",
        "rmdcaution" or "callout-caution" or "caution" or "rmddanger" or "danger" or "callout-danger" => "callout-caution",
        "rmdimportant" or "callout-important" or "important" => "callout-important",
        _ => null,
    };

    /// <summary>The line that opens such a division.</summary>
    public static string Opening(ImmutableArray<string> classes, string? label, string? title)
    {
        string names = string.Join(' ', classes.Where(c => c.Length > 0).Select(c => "." + Named(c)).Distinct());
        string id = label is null ? "" : $" #{label}";
        string named = string.IsNullOrWhiteSpace(title) ? "" : $" title=\"{Knitr.FigureLines.Quotable(title)}\"";
        return $"::: {{{(names.Length == 0 ? ".block" : names)}{id}{named}}}";
    }

    private static string Named(string name) => Callout(name) ?? new string([.. name.Select(c => char.IsLetterOrDigit(c) || c is '-' or '_' ? c : '-')]);
}
