using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using BookBuilder.Model.Diagnostics;
using BookBuilder.Translation;

namespace BookBuilder.Bookdown;

/// <summary>A document with its lines as they are to be read.</summary>
/// <param name="Path">The document's file.</param>
/// <param name="Title">The title at its top, for a document without a heading of its own; null when there is none.</param>
/// <param name="Lines">Its lines.</param>
internal sealed record KnittedDocument(string Path, string? Title, ImmutableArray<SourceLine> Lines);

/// <summary>Cuts documents into chapters: one for each heading of level 1, wherever it stands. What has none goes on with the chapter before it.</summary>
internal static partial class ChapterCutting
{
    /// <summary>The chapters in the order of the book.</summary>
    public static ImmutableArray<BookChapter> Cut(ImmutableArray<KnittedDocument> documents, TranslationAccount account)
    {
        var cutting = new Cutting(account);
        foreach (KnittedDocument document in documents) cutting.Add(document);
        return Placed(cutting.Finish());
    }

    /// <summary>Unnumbered chapters before the first numbered one are front matter, those after the last are back matter.</summary>
    private static ImmutableArray<BookChapter> Placed(ImmutableArray<BookChapter> chapters)
    {
        bool IsCounted(BookChapter c) => c.IsNumbered && c.Place is ChapterPlace.Body or ChapterPlace.Appendix && c.IsNumbered;
        if (!chapters.Any(c => IsCounted(c) && c.Place == ChapterPlace.Body)) return chapters;
        int first = chapters.IndexOf(chapters.First(c => IsCounted(c) || c.Place == ChapterPlace.Part));
        int last = chapters.LastIndexOf(chapters.Last(IsCounted));
        return [.. chapters.Select((c, i) => c.Place == ChapterPlace.Part || c.IsNumbered ? c : i < first ? c with { Place = ChapterPlace.Front } : i > last ? c with { Place = ChapterPlace.Back } : c)];
    }

    private sealed class Cutting(TranslationAccount account)
    {
        private readonly ImmutableArray<BookChapter>.Builder _chapters = ImmutableArray.CreateBuilder<BookChapter>();
        private readonly HashSet<string> _taken = new(StringComparer.OrdinalIgnoreCase);
        private readonly List<SourceLine> _homeless = [];
        private List<SourceLine>? _open;
        private (string Path, ChapterPlace Place, bool IsNumbered) _what;
        private bool _isAppendix;

        public void Add(KnittedDocument document)
        {
            ImmutableArray<SourceLine> lines = WithAtxHeadings(document.Lines);
            ImmutableArray<bool> masked = Prose.Masked(lines);
            bool hasOwn = Enumerable.Range(0, lines.Length).Any(i => !masked[i] && Heading.Read(lines[i].Text) is { Level: 1 });
            if (!hasOwn && document.Title is { } title)
            {
                account.Find(Carrying.Approximated, "title of a document", SourceSpan.OfFile(document.Path), "the chapter's heading");
                Open(new Heading(1, title, ""), new SourceLine("", document.Path, 1), document.Path);
            }
            if (_open is { Count: > 0 } && !_open[^1].IsBlank) _open.Add(new SourceLine("", document.Path, 1));
            for (int i = 0; i < lines.Length; i++)
            {
                if (!masked[i] && Heading.Read(lines[i].Text) is { Level: 1 } heading) Open(heading, lines[i], document.Path);
                else if (_open is not null) _open.Add(lines[i]);
                else _homeless.Add(lines[i]);
            }
        }

        public ImmutableArray<BookChapter> Finish()
        {
            Close();
            if (_homeless.Any(l => !l.IsBlank) && _chapters.Count == 0)
                _chapters.Add(new BookChapter(Name(_homeless.First(l => !l.IsBlank).Path, ""), ChapterPlace.Body, true, [.. _homeless]));
            return _chapters.ToImmutable();
        }

        private void Open(Heading heading, SourceLine line, string document)
        {
            Close();
            SourceSpan span = line.At(0, line.Text.Length);
            if (heading.Part is { } part)
            {
                account.Find(part.IsUnnumbered ? Carrying.Supported : Carrying.Supported, "part", span);
                bool isLate = _isAppendix;
                _what = (Name(document, isLate ? "" : "-part"), isLate ? ChapterPlace.Appendix : ChapterPlace.Part, !part.IsUnnumbered && !isLate);
                _open = [line.With((isLate ? part with { Attributes = "-" } : part).Line)];
            }
            else if (heading.AppendixMark is { } mark)
            {
                account.Find(Carrying.Supported, "appendix", span, "lettered appendices");
                _isAppendix = true;
                // A chapter only if something stands under it.
                _what = (Name(document, "-appendix"), ChapterPlace.Appendix, false);
                _open = [line.With($"# {(mark.Words.Length == 0 ? "Appendix" : mark.Words)} {{-}}"), line.With("")];
                _isMark = true;
            }
            else
            {
                if (heading.IsUnnumbered) account.Find(Carrying.Supported, "unnumbered chapter", span);
                _what = (Name(document, ""), _isAppendix ? ChapterPlace.Appendix : ChapterPlace.Body, !heading.IsUnnumbered);
                _open = [line.With(heading.Line)];
            }
            if (_homeless.All(l => l.IsBlank)) _homeless.Clear();
            if (_homeless.Count == 0) return;
            SourceLine first = _homeless.First(l => !l.IsBlank);
            account.Find(Carrying.Approximated, "text before the first heading", first.At(), "text below it");
            _open.Add(line.With(""));
            _open.AddRange(_homeless);
            _homeless.Clear();
        }

        private bool _isMark;

        private void Close()
        {
            if (_open is null) return;
            if (_isMark && _open.Skip(1).All(l => l.IsBlank)) _taken.Remove(_what.Path);
            else _chapters.Add(new BookChapter(_what.Path, _what.Place, _what.IsNumbered, [.. _open]));
            _isMark = false;
            _open = null;
        }

        /// <summary>A name like the document's; a number tells several of one document apart.</summary>
        private string Name(string document, string suffix)
        {
            int dot = document.LastIndexOf('.');
            string stem = (dot > document.LastIndexOf('/') + 1 ? document[..dot] : document) + suffix;
            if (stem.StartsWith('_')) stem = stem.TrimStart('_');
            string name = stem + ".md";
            for (int i = 2; !_taken.Add(name); i++) name = string.Create(CultureInfo.InvariantCulture, $"{stem}-{i}.md");
            return name;
        }
    }

    /// <summary>Headings underlined with equals signs or hyphens as those with number signs.</summary>
    private static ImmutableArray<SourceLine> WithAtxHeadings(ImmutableArray<SourceLine> lines)
    {
        ImmutableArray<bool> masked = Prose.Masked(lines);
        var kept = ImmutableArray.CreateBuilder<SourceLine>(lines.Length);
        for (int i = 0; i < lines.Length; i++)
        {
            bool isTitle = i + 1 < lines.Length && !masked[i] && !masked[i + 1] && !lines[i].IsBlank && (i == 0 || lines[i - 1].IsBlank) && Underline().IsMatch(lines[i + 1].Text)
                && !NoTitle().IsMatch(lines[i].Text);
            if (!isTitle)
            {
                kept.Add(lines[i]);
                continue;
            }
            kept.Add(lines[i].With((lines[i + 1].Text.TrimStart()[0] == '=' ? "# " : "## ") + lines[i].Text.Trim()));
            kept.Add(lines[i + 1].With(""));
            i++;
        }
        return kept.ToImmutable();
    }

    [GeneratedRegex(@"^ {0,3}(?:={2,}|-{3,})[ \t]*$")]
    private static partial Regex Underline();

    [GeneratedRegex(@"^\s*(?:[#>|:<`~]|[-*+]\s|\d+[.)]\s|-{3,}|\*{3,}|\s{4})")]
    private static partial Regex NoTitle();
}
