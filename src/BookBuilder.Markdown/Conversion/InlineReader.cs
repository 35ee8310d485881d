using System.Collections.Immutable;
using System.Diagnostics;
using BookBuilder.Markdown.Syntax;
using BookBuilder.Mathematics;
using BookBuilder.Model.Blocks;
using BookBuilder.Model.Diagnostics;
using BookBuilder.Model.Mathematics;
using Markdig.Extensions.TaskLists;
using Markdig.Syntax.Inlines;
using CodeInline = BookBuilder.Model.Blocks.CodeInline;
using Inline = BookBuilder.Model.Blocks.Inline;
using Parsed = Markdig.Syntax.Inlines.Inline;
using SourceSpan = BookBuilder.Model.Diagnostics.SourceSpan;

namespace BookBuilder.Markdown.Conversion;

/// <summary>Turns parsed running text into the book's inlines.</summary>
internal static class InlineReader
{
    /// <summary>How deep emphasis, links and spans may stand in each other; what is deeper keeps its words and loses its looks.</summary>
    private const int DepthLimit = 50;

    /// <summary>Reads the text of a block. Empty when there is none.</summary>
    public static ImmutableArray<Inline> Read(ChapterReading reading, ContainerInline? text)
    {
        if (text is null) return [];
        TypographicPass.Apply(text, reading.Source.Language);
        return InlineSequence.Trimmed(ReadChildren(reading, text, 0));
    }

    /// <summary>The words of one text without marks, quotes set: for a title given as an attribute.</summary>
    public static ImmutableArray<Inline> Plain(ChapterReading reading, string words, SourceSpan span) =>
        words.Length == 0 ? [] : [new Text(Punctuation.Typographer.Set([new(words, true)], reading.Source.Language)[0]) { Span = span }];

    private static ImmutableArray<Inline> ReadChildren(ChapterReading reading, ContainerInline text, int depth)
    {
        var line = new InlineSequence(reading);
        foreach (Parsed inline in WithFlatMarks(text))
            ReadOne(reading, line, inline, depth);
        return line.Finish();
    }

    private static void ReadOne(ChapterReading reading, InlineSequence line, Parsed inline, int depth)
    {
        SourceSpan span = reading.Map.Of(inline);
        switch (inline)
        {
            case LiteralInline i:
                Slips.ReportWords(reading, i, span);
                line.AddWords(i.Content.ToString(), span);
                break;
            case HtmlEntityInline i: line.AddWords(i.Transcoded.ToString(), span); break;
            case LineBreakInline { IsHard: true }: line.Add(new LineBreak { Span = span }); break;
            case LineBreakInline: line.AddWords(" ", span); break;
            case DelimiterInline i: line.AddWords(i.ToLiteral(), span); break;
            case Markdig.Syntax.Inlines.CodeInline i: line.Add(new CodeInline(i.Content) { Span = span }); break;
            case FormulaInline i: line.Add(new MathInline(Formula(reading, i.Tex, span)) { Span = span }); break;
            case AutolinkInline i: line.Add(Address(reading, i, span)); break;
            case HtmlInline i:
                SilenceReader.ReadInline(reading, i);
                line.AddTag(i.Tag, span);
                break;
            case AttributesInline i: line.Attach(i, span); break;
            case CrossReferenceInline i: line.Add(i.Reference with { Span = span }); break;
            case LabelInline i:
                reading.Said.Report(Problems.LabelOutsideCaption(i.Written, span));
                line.AddWords(i.Written, span);
                break;
            case NoteMarkInline i: line.Add(NoteMark(reading, i, span)); break;
            case AlertInline i: line.AddWords($"[!{i.Kind.ToString().ToUpperInvariant()}]", span); break;
            case TaskList: break; // the list's item says whether it is done
            case LinkInline { IsImage: true } i: line.Add(Picture(reading, i, span, depth)); break;
            case ContainerInline i when depth >= DepthLimit: line.AddWords(Words(reading, i, span), span); break;
            case LinkInline i: line.AddAll(Link(reading, i, span, depth)); break;
            case InlineNoteInline i: line.Add(InlineNote(reading, i, span, depth)); break;
            case ScriptInline i:
                line.Add(new Styled(i.IsRaised ? InlineStyle.Superscript : InlineStyle.Subscript, ReadChildren(reading, i, depth + 1)) { Span = span });
                break;
            case BracketedSpanInline i: line.Add(SpanReader.Read(i.Attributes, ReadChildren(reading, i, depth + 1), span)); break;
            case EmphasisInline i: line.Add(new Styled(StyleOf(i), ReadChildren(reading, i, depth + 1)) { Span = span }); break;
            default: throw new UnreachableException($"{inline.GetType().Name} is new: say here what it becomes.");
        }
    }

    /// <summary>The children in order. An opening mark that was never closed holds what follows it: there the children come after it.
    /// A plain container is what the parser makes of a table that becomes none: only its children count.</summary>
    /// <remarks>Without recursion, as ten thousand open brackets nest ten thousand deep.</remarks>
    private static IEnumerable<Parsed> WithFlatMarks(ContainerInline text)
    {
        var pending = new Stack<Parsed>();
        if (text.FirstChild is { } first) pending.Push(first);
        while (pending.TryPop(out Parsed? inline))
        {
            if (inline.NextSibling is { } next) pending.Push(next);
            bool isPlain = inline.GetType() == typeof(ContainerInline);
            if ((isPlain || inline is DelimiterInline) && inline is ContainerInline { FirstChild: { } child }) pending.Push(child);
            if (!isPlain) yield return inline;
        }
    }

    private static InlineStyle StyleOf(EmphasisInline emphasis) => (emphasis.DelimiterChar, emphasis.DelimiterCount) switch
    {
        ('~', _) => InlineStyle.Strikeout,
        (_, 1) => InlineStyle.Emphasis,
        _ => InlineStyle.Strong,
    };

    /// <summary>A formula read, and what is said about it reported.</summary>
    public static MathExpression Formula(ChapterReading reading, string tex, SourceSpan span)
    {
        Reported<MathExpression> formula = TexReader.Read(tex, span);
        reading.Said.Report(formula.Diagnostics);
        return formula.Value;
    }

    private static Inline NoteMark(ChapterReading reading, NoteMarkInline mark, SourceSpan span)
    {
        if (reading.Defined.ContainsKey(mark.Label))
        {
            reading.Marked.Add(mark.Label);
            return new NoteReference(mark.Label) { Span = span };
        }
        reading.Said.Report(Problems.UnknownNote(mark.Label, span, reading.Guesses.Nearest(mark.Label, () => reading.Defined.Keys.Order(StringComparer.Ordinal))));
        return new Text($"[^{mark.Label}]") { Span = span };
    }

    private static NoteReference InlineNote(ChapterReading reading, InlineNoteInline note, SourceSpan span, int depth)
    {
        ImmutableArray<Inline> content = ReadChildren(reading, note, depth + 1);
        string label = reading.NextInlineNoteLabel();
        reading.InlineNotes.Add(new NoteDefinition(label, [new Paragraph(content) { Span = span }]) { Span = span });
        return new NoteReference(label) { Span = span };
    }

    private static Inline Address(ChapterReading reading, AutolinkInline address, SourceSpan span)
    {
        Text words = new(address.Url) { Span = span };
        if (LeadsNowhere(reading, address.IsEmail ? "mailto:" : address.Url, span)) return words;
        return new Link(address.IsEmail ? "mailto:" + address.Url : address.Url, [words], IsAutolink: true) { Span = span };
    }

    /// <summary>Whether an address has a scheme that no reader follows, or a host that cannot be; that is reported.</summary>
    private static bool LeadsNowhere(ChapterReading reading, string target, SourceSpan span)
    {
        if (!PicturePath.HasScheme(target)) return false;
        bool isFollowed = LinkSchemes.Has(target[..target.IndexOf(':')]);
        if (isFollowed && (!AsciiAddress.HasHost(target) || AsciiAddress.Of(target) is { } address && Uri.TryCreate(address, UriKind.Absolute, out _))) return false;
        reading.Said.Report(isFollowed ? Problems.ImpossibleHost(target, span) : Problems.UnknownScheme(target, span));
        return true;
    }

    private static ImmutableArray<Inline> Link(ChapterReading reading, LinkInline link, SourceSpan span, int depth)
    {
        string target = link.Url ?? "";
        ImmutableArray<Inline> content = ReadChildren(reading, link, depth + 1);
        if (LeadsNowhere(reading, target, span)) return content;
        if (target.Length == 0)
        {
            reading.Said.Report(Problems.EmptyLink(span));
            return content;
        }
        if (content.IsEmpty) content = [new Text(target) { Span = span }];
        bool isAddress = link.IsAutoLink || content is [Text words] && words.Value == target;
        return [new Link(target, content, isAddress) { Span = span }];
    }

    private static ImageInline Picture(ChapterReading reading, LinkInline image, SourceSpan span, int depth)
    {
        string words = depth >= DepthLimit ? Words(reading, image, span) : PlainText.Of(ReadChildren(reading, image, depth + 1));
        return new ImageInline(PictureSource(reading, image, span), words) { Span = span };
    }

    /// <summary>The file of a picture; as written when the book may not reach it, which is reported.</summary>
    public static string PictureSource(ChapterReading reading, LinkInline image, SourceSpan span)
    {
        string address = image.Url ?? "";
        if (PicturePath.HasScheme(address))
            reading.Said.Report(Problems.PictureNotInBook(address, span));
        else if (address.Length == 0)
            reading.Said.Report(Problems.PictureWithoutFile(span));
        else if (PicturePath.Resolve(reading.Source.Path, address) is { } path)
            return path;
        else
            reading.Said.Report(Problems.PictureOutsideBook(address, span));
        return address;
    }

    /// <summary>The words of what is nested too deep, without their looks.</summary>
    private static string Words(ChapterReading reading, ContainerInline deep, SourceSpan span)
    {
        if (!reading.SaidTooDeep) reading.Said.Report(Problems.NestedTooDeep(DepthLimit, span));
        reading.SaidTooDeep = true;
        var words = new System.Text.StringBuilder();
        var pending = new Stack<Parsed>();
        if (deep.FirstChild is { } first) pending.Push(first);
        while (pending.TryPop(out Parsed? inline))
        {
            if (inline.NextSibling is { } next) pending.Push(next);
            if (inline is ContainerInline { FirstChild: { } child }) pending.Push(child);
            words.Append(inline switch
            {
                LiteralInline i => i.Content.ToString(),
                HtmlEntityInline i => i.Transcoded.ToString(),
                Markdig.Syntax.Inlines.CodeInline i => i.Content,
                AutolinkInline i => i.Url,
                FormulaInline i => i.Tex,
                LineBreakInline => " ",
                DelimiterInline i => i.ToLiteral(),
                NoteMarkInline i => $"[^{i.Label}]",
                CrossReferenceInline i => i.Reference.Written,
                _ => "",
            });
        }
        return words.ToString();
    }
}
