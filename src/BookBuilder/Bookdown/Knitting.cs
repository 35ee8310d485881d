using System.Collections.Immutable;
using BookBuilder.Files;
using BookBuilder.Knitr;
using BookBuilder.Model.Diagnostics;
using BookBuilder.Translation;

namespace BookBuilder.Bookdown;

/// <summary>Puts in place of a document's chunks what they show, of its child documents their text, of its inline code its value.</summary>
internal sealed class Knitting(IBookFiles files, KnitrSession session, ChunkWriter writer, TranslationAccount account)
{
    /// <summary>The document's lines without chunks.</summary>
    public ImmutableArray<SourceLine> Knit(BookdownDocument document) => Knit(document.Lines, document.Path);

    private ImmutableArray<SourceLine> Knit(ImmutableArray<SourceLine> lines, string document)
    {
        var knitted = ImmutableArray.CreateBuilder<SourceLine>();
        foreach (DocumentPiece piece in ChunkReader.Read(lines, account.Said))
            switch (piece)
            {
                case ProsePiece prose: knitted.AddRange(InlineCode.Settle(prose.Lines, writer)); break;
                case Chunk chunk: knitted.AddRange(Shown(chunk, document)); break;
            }
        return knitted.ToImmutable();
    }

    private ImmutableArray<SourceLine> Shown(Chunk chunk, string document)
    {
        if (!chunk.IsClosed) return writer.Write(chunk, document);
        if (BlockChunks.Is(chunk.Engine))
        {
            ImmutableArray<SourceLine> body = Knit(chunk.Body, document);
            return BlockChunks.Write(chunk with { Body = body }, session.SettingsOf(chunk), session.R, account);
        }
        chunk = session.Labelled(chunk, account.Said);
        ImmutableArray<string> children = session.SettingsOf(chunk).Children;
        return children.IsEmpty ? writer.Write(chunk, document) : [.. children.SelectMany(child => Child(chunk, child, document))];
    }

    private ImmutableArray<SourceLine> Child(Chunk chunk, string child, string document)
    {
        SourceSpan place = chunk.Header.At(0, chunk.Header.Text.Length);
        string path = BookPath.Normalize(child) ?? child;
        if (account.Includes.Put(path, document, child, place, () => BookdownDocument.Read(files, path, place, account)?.Lines, lines => Knit(lines, path)) is not { } text) return [];
        account.Find(Carrying.Supported, "child document", place, child);
        return [chunk.Header.With(""), .. text, chunk.Header.With("")];
    }
}
