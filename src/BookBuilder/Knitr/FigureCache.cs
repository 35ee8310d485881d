using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using BookBuilder.Files;

namespace BookBuilder.Knitr;

/// <summary>The plots that earlier runs of R left beside the book: <c>_bookdown_files/…/figure-html/label-1.png</c>, <c>tides_files/figure-latex/label-1.pdf</c>, <c>figure/label-1.png</c>; of Jupyter <c>label-output-1.png</c>.</summary>
internal sealed partial class FigureCache
{
    // As the two outputs like them best.
    private static readonly string[] Kinds = [".svg", ".png", ".jpg", ".jpeg", ".pdf"];

    private readonly ILookup<string, (int Number, string Path)> _plots;

    /// <summary>Those among a book's files.</summary>
    public FigureCache(IBookFiles files) => _plots = files.List()
        .Select(path => (Path: path, Match: Plot().Match(path)))
        .Where(p => p.Match.Success)
        .ToLookup(p => p.Match.Groups["label"].Value, p => (int.Parse(p.Match.Groups["number"].Value, CultureInfo.InvariantCulture), p.Path), StringComparer.Ordinal);

    /// <summary>The plots of a chunk in order, each in the form that suits best; empty when none is left.</summary>
    /// <param name="label">The chunk's label.</param>
    /// <param name="document">The document's file, of which the name may be part of the plots' folder.</param>
    public ImmutableArray<string> Find(string label, string document)
    {
        string stem = BookPath.StemOf(document);
        // Of several documents' plots of one label, those of this document; else those of the whole book.
        ImmutableArray<(int Number, string Path)> all = [.. _plots[_plots.Contains(label) ? label : label + "-output"]];
        ImmutableArray<(int Number, string Path)> own = [.. all.Where(p => p.Path.Contains($"{stem}_files/", StringComparison.Ordinal))];
        return
        [
            .. (own.IsEmpty ? all : own).GroupBy(p => p.Number).OrderBy(g => g.Key)
                .Select(g => g.OrderBy(p => Array.IndexOf(Kinds, Extension(p.Path))).ThenBy(p => p.Path, StringComparer.Ordinal).First().Path),
        ];
    }

    /// <summary>Whether a picture is of the kind that cannot be set here.</summary>
    public static bool IsPdf(string path) => Extension(path) == ".pdf";

    private static string Extension(string path) => path[path.LastIndexOf('.')..].ToLowerInvariant();

    [GeneratedRegex(@"(?:^|/)(?:figure-[^/]+|figures?|figure)/(?<label>[^/]+)-(?<number>\d{1,6})\.(?:svg|png|jpe?g|pdf)$", RegexOptions.IgnoreCase)]
    private static partial Regex Plot();
}
