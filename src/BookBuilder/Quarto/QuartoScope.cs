using System.Collections.Immutable;
using BookBuilder.Files;
using BookBuilder.Translation;

namespace BookBuilder.Quarto;

/// <summary>What is known of a whole Quarto book while its chapters are told: which labels are those of parts of a figure, what callouts are called, which cells would have to be run.</summary>
/// <param name="files">The book's files.</param>
/// <param name="settings">What stands for code that would have to be run.</param>
/// <param name="log">Where constructs and complaints are noted.</param>
internal sealed class QuartoScope(IBookFiles files, TranslationSettings settings, TranslationAccount log)
{
    /// <summary>The cells of code.</summary>
    public QuartoCells Cells { get; } = new(files, settings, log);

    /// <summary>The label of a part of a figure or table, and the whole it belongs to with its letter.</summary>
    public Dictionary<string, (string Whole, string Letter)> Parts { get; } = new(StringComparer.Ordinal);

    /// <summary>The labels of callouts, which have no numbers here, and the words a reference to them prints.</summary>
    public Dictionary<string, string> Callouts { get; } = new(StringComparer.Ordinal);

    /// <summary>The letter of the n-th part, from 0: a, b, …, z, then numbers.</summary>
    public static string Letter(int index) =>
        index < 26 ? ((char)('a' + index)).ToString() : (index + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Text with references to parts of figures and to callouts in a form that the book's own Markdown has.</summary>
    public ImmutableArray<SourceLine> Refer(ImmutableArray<SourceLine> lines, TranslationAccount log) => CrossReferences.Translate(lines, this, log);
}
