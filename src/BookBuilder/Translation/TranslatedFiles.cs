using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;
using BookBuilder.Files;

namespace BookBuilder.Translation;

/// <summary>The files of a book in another tool's form, as the pipeline reads them: the translated texts, and behind them whatever lies in the source.</summary>
internal sealed class TranslatedFiles : IBookFiles
{
    private readonly IBookFiles _source;
    private readonly FrozenDictionary<string, ReadOnlyMemory<byte>> _texts;
    private readonly ImmutableArray<string> _all;

    /// <summary>The files of a translated book.</summary>
    /// <param name="source">Where it was read from.</param>
    /// <param name="book">What was made of it.</param>
    public TranslatedFiles(IBookFiles source, TranslatedBook book)
    {
        _source = source;
        _texts = book.Files.ToFrozenDictionary(f => f.Path, f => (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(f.Text), StringComparer.Ordinal);
        _all = [.. source.List().Concat(_texts.Keys).Distinct().Order(NaturalOrder.Instance)];
    }

    /// <inheritdoc/>
    public string Name => _source.Name;

    /// <inheritdoc/>
    public IReadOnlyList<string> List() => _all;

    /// <inheritdoc/>
    public FileRead Read(string path, long limit) =>
        !_texts.TryGetValue(path, out ReadOnlyMemory<byte> text) ? _source.Read(path, limit)
        : text.Length > limit ? new FileTooLarge(text.Length)
        : new FileFound(text);
}
