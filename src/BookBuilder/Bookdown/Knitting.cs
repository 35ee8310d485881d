using System.Collections.Immutable;
using BookBuilder.Files;
using BookBuilder.Knitr;
using BookBuilder.Model.Diagnostics;
using BookBuilder.Translation;

namespace BookBuilder.Bookdown;

/// <summary>Puts in place of a document's chunks what they show, of its child documents their text, of its inline code its value.</summary>
internal sealed class Knitting(IBookFiles files, KnitrSession session, ChunkWriter writer, TranslationAccount account)
{
    /// <summary>Documents in documents.</summary>
    private const int Deepest = 10;

    /// <summary>The document's lines without chunks.</summary>
    public ImmutableArray<SourceLine> Knit(BookdownDocument document) => Knit(document.Lines, document.Path, 0);

    private ImmutableArray<SourceLine> Knit(ImmutableArray<SourceLine> lines, string document, int depth)
    {
        var knitted = ImmutableArray.CreateBuilder<SourceLine>();
        foreach (DocumentPiece piece in ChunkReader.Read(lines, account.Said))
            switch (piece)
            {
                case ProsePiece prose: knitted.AddRange(InlineCode.Settle(prose.Lines, writer)); break;
                case Chunk chunk: knitted.AddRange(Shown(chunk, document, depth)); break;
            }
        return knitted.ToImmutable();
    }

    private ImmutableArray<SourceLine> Shown(Chunk chunk, string document, int depth)
    {
        if (!chunk.IsClosed) return writer.Write(chunk, document);
        if (BlockChunks.Is(chunk.Engine))
        {
            ImmutableArray<SourceLine> body = Knit(chunk.Body, document, depth);
            return BlockChunks.Write(chunk with { Body = body }, session.SettingsOf(chunk), session.R, account);
        }
        chunk = session.Labelled(chunk, account.Said);
        ImmutableArray<string> children = session.SettingsOf(chunk).Children;
        return children.IsEmpty ? writer.Write(chunk, document) : [.. children.SelectMany(child => Child(chunk, child, depth))];
    }

    private ImmutableArray<SourceLine> Child(Chunk chunk, string child, int depth)
    {
        SourceSpan place = chunk.Header.At(0, chunk.Header.Text.Length);
        if (depth >= Deepest)
        {
            account.Tell(Problems.ChildrenTooDeep(child, Deepest, place));
            return chunk.Written;
        }
        if (BookdownDocument.Read(files, BookPath.Normalize(child) ?? child, place, account) is not { } text) return [];
        account.Find(Carrying.Supported, "child document", place, child);
        return [chunk.Header.With(""), .. Knit(text.Lines, text.Path, depth + 1), chunk.Header.With("")];
    }
}
