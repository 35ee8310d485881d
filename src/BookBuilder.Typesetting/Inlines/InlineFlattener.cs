using System.Collections.Immutable;
using System.Diagnostics;
using BookBuilder.Fonts;
using BookBuilder.Fonts.Shaping;
using BookBuilder.Fonts.Unicode;
using BookBuilder.Graphics;
using BookBuilder.Model.Blocks;
using BookBuilder.Model.Diagnostics;
using BookBuilder.Model.Units;
using BookBuilder.Typesetting.Drawings;
using BookBuilder.Typesetting.Frames;
using BookBuilder.Typesetting.LineBreaking;
using BookBuilder.Typesetting.Mathematics;
using BookBuilder.Typesetting.Typography;

namespace BookBuilder.Typesetting.Inlines;

/// <summary>Makes one row of characters of a tree of inlines, each stretch with its type and its leaf.</summary>
internal static class InlineFlattener
{
    /// <summary>Flattens a paragraph.</summary>
    /// <param name="context">The book around it.</param>
    /// <param name="content">The resolved inlines.</param>
    /// <param name="style">The paragraph's type.</param>
    /// <param name="measure">The widest a picture within the line may be.</param>
    /// <param name="label">Generated text before it; null for none.</param>
    public static ParagraphText Flatten(InlineContext context, ImmutableArray<Inline> content, TextStyle style, Length measure, ParagraphLabel? label)
    {
        using Row row = new(context, style, measure);
        if (label is { Text.Length: > 0 })
            row.AppendLabel(label, RunStyle.Of(label.Style ?? style));
        int labelLength = row.Length;
        row.Append(content, RunStyle.Of(style));
        return row.Finish(labelLength);
    }

    private sealed class Row(InlineContext context, TextStyle paragraph, Length measure) : IDisposable
    {
        private const int UsualLength = 512;

        private readonly BorrowedList<char> _text = new(UsualLength);
        private readonly List<TextSpan> _spans = [];
        // Most paragraphs have none of these.
        private Dictionary<int, ComposedBox>? _boxes;
        private HashSet<int>? _softHyphens, _softBreaks;
        private readonly List<Decoration> _decorations = [];
        private readonly List<(int, NoteMark)> _marks = [];
        private readonly List<(int, NodeId)> _anchors = [];
        private readonly List<Isolate> _isolates = [];
        private int _endOfMark = -1;

        public int Length => _text.Count;

        public void Dispose() => _text.Dispose();

        public ParagraphText Finish(int labelLength) => Finish(_text.Items.ToString(), labelLength);

        private ParagraphText Finish(string characters, int labelLength) => new()
        {
            Characters = characters, Spans = _spans, Boxes = _boxes, Decorations = _decorations, Marks = _marks, Anchors = _anchors,
            SoftHyphens = _softHyphens, SoftBreaks = _softBreaks, LabelLength = labelLength,
            Direction = ParagraphDirection.Of(characters, labelLength, _isolates, paragraph.Language),
        };

        /// <summary>Appends a label; the white it ends in belongs to the paragraph.</summary>
        public void AppendLabel(ParagraphLabel label, RunStyle style)
        {
            Append(label.Text, style, new FrameSource(label.Owner, FramePart.Label), null);
            _isolates.Add(new(0, _text.Items.TrimEnd().Length, Isolate.ByFirstStrong));
        }

        public void Append(ImmutableArray<Inline> inlines, RunStyle style)
        {
            foreach (Inline inline in inlines) Append(inline, style);
        }

        private void Append(Inline inline, RunStyle style)
        {
            if (inline is NoteMark || context.Book.Anchors.ContainsKey(inline.Id)) _anchors.Add((Length, inline.Id));
            switch (inline)
            {
                case Text text: Append(text.Value, style, new(text.Id, FramePart.Content), text); break;
                case CodeInline code: Isolated(Isolate.ToRight, () => Append(code.Value, Code(style), new(code.Id, FramePart.Content), code)); break;
                case Styled styled: Append(styled, style); break;
                case SpanInline span: Append(span, style); break;
                case MathInline math: Append(MathComposer.Compose(context, math.Math, AsTextStyle(style), isDisplay: false, math.Id), style, math); break;
                case ImageInline image: Append(image, style); break;
                case Link link: Append(link, style); break;
                case Reference reference:
                    Isolated(Isolate.ByFirstStrong, () => Decorated(DecorationKind.Link, reference.Content, style, reference.Id, new NodeTarget(reference.Target)));
                    break;
                case NoteMark mark: Append(mark, style); break;
                case LineBreak: Append(ParagraphText.LineEnd, style, inline); break;
                case NoteReference or CrossReference:
                    throw new InvalidOperationException($"{inline.GetType().Name} is settled before a book is set.");
                default: throw new UnreachableException($"{inline.GetType().Name} is new: say here how it is set.");
            }
        }

        public void Append(string value, RunStyle style, FrameSource source, Node? leaf)
        {
            if (!style.ScalesCapitals)
            {
                AppendPlain(value, style, source, leaf);
                return;
            }
            RunStyle plain = style with { ScalesCapitals = false }, small = ScaledCapitals(plain);
            for (int from = 0, to; from < value.Length; from = to)
            {
                bool isSmall = char.IsLower(value[from]);
                for (to = from + 1; to < value.Length && char.IsLower(value[to]) == isSmall; to++) { }
                AppendPlain(value[from..to], isSmall ? small : plain, source with { Offset = source.Offset + from }, leaf);
            }
        }

        private void AppendPlain(string value, RunStyle style, FrameSource source, Node? leaf)
        {
            int start = 0;
            for (int i = 0; i <= value.Length; i++)
            {
                char c = i < value.Length ? value[i] : '\u00AD';
                if (c is not ('\u00AD' or '\u200B')) continue;
                // A stretch ends where a character is taken out, so that offsets into the leaf stay true.
                if (i > start)
                {
                    int from = Length;
                    foreach (char shown in value.AsSpan(start, i - start)) _text.Add(char.IsControl(shown) ? ' ' : shown);
                    _spans.Add(new(from, Length, style, source with { Offset = source.Offset + start }, leaf));
                }
                if (i < value.Length && c == '\u00AD') (_softHyphens ??= []).Add(Length);
                else if (i < value.Length) (_softBreaks ??= []).Add(Length);
                start = i + 1;
            }
        }

        private void Append(char standsFor, RunStyle style, Node leaf)
        {
            _text.Add(standsFor);
            _spans.Add(new(Length - 1, Length, style, new(leaf.Id, FramePart.Content), leaf));
        }

        private void Append(ComposedBox box, RunStyle style, Node leaf)
        {
            (_boxes ??= [])[Length] = box;
            Append(ParagraphText.Object, style, leaf);
        }

        private void Append(Styled styled, RunStyle style)
        {
            switch (styled.Style)
            {
                case InlineStyle.Emphasis or InlineStyle.Cite: Append(styled.Content, style.Emphasized); break;
                case InlineStyle.Strong: Append(styled.Content, style.Bold); break;
                case InlineStyle.SmallCaps: Append(styled.Content, SmallCapitals(style, styled)); break;
                case InlineStyle.Superscript: Append(styled.Content, RaisedFigures.Raise(context.Shaper, style, PlainText.Of(styled.Content))); break;
                case InlineStyle.Subscript: Append(styled.Content, style.Shifted(0.66, 0.16)); break;
                case InlineStyle.Underline: Decorated(DecorationKind.Underline, styled.Content, style, styled.Id); break;
                case InlineStyle.Strikeout: Decorated(DecorationKind.Strikeout, styled.Content, style, styled.Id); break;
                case InlineStyle.Highlight: Decorated(DecorationKind.Highlight, styled.Content, style, styled.Id); break;
                case InlineStyle.Keyboard:
                    RunStyle key = Code(style) with { Kind = RunKind.Words };
                    ComposedBox gap = new(key.Request.Size / 4, default, default, []);
                    int from = Length;
                    Append(gap, key, styled);
                    Append(styled.Content, key);
                    Append(gap, key, styled);
                    _decorations.Add(new(from, Length, DecorationKind.Key, styled.Id, key, null));
                    break;
                default: throw new UnreachableException($"{styled.Style} is new: say here how it looks.");
            }
        }

        private void Decorated(DecorationKind kind, ImmutableArray<Inline> content, RunStyle style, NodeId node, LinkTarget? target = null)
        {
            int from = Length, place = _decorations.Count;
            Append(content, style);
            _decorations.Insert(place, new(from, Length, kind, node, style, target));
        }

        private void Append(Link link, RunStyle style)
        {
            RunStyle linked = style with { Color = paragraph.LinkColor };
            if (link.IsAutolink) linked = linked with { Kind = RunKind.Address, Hyphenated = false };
            Isolated(link.IsAutolink ? Isolate.ToRight : Isolate.ByFirstStrong,
                () => Decorated(DecorationKind.Link, link.Content, linked, link.Id, new UriTarget(link.Target)));
        }

        private void Append(NoteMark mark, RunStyle style)
        {
            RunStyle raised = RaisedFigures.Raise(context.Shaper, style with { Request = style.Request with { Italic = false } }, mark.Mark);
            // Two marks side by side would read as one number.
            if (_endOfMark == Length) Append(",", RaisedFigures.Scaled(style), new(mark.Id, FramePart.Artifact), mark);
            _marks.Add((Length, mark));
            int from = Length;
            Isolated(Isolate.ByFirstStrong, () => Append(mark.Mark, raised with { Hyphenated = false, Kind = RunKind.Mark }, new(mark.Id, FramePart.Content), mark));
            _decorations.Add(new(from, Length, DecorationKind.Link, mark.Id, raised, new NodeTarget(mark.Note)));
            _endOfMark = Length;
        }

        private RunStyle SmallCapitals(RunStyle style, Styled place)
        {
            FontFace face = context.Shaper.FaceFor(style.Request);
            if (face.HasFeature("smcp")) return style.SmallCapitals;
            if (context.LackingFeatures.Add(face.Name)) context.Sink.Report(Problems.NoSmallCapitals(place.Span, style.Request.Family));
            return style with { ScalesCapitals = true, Tracking = style.Tracking + style.Request.Size * 0.03 };
        }

        /// <summary>Capitals a little higher than the small letters around them.</summary>
        private RunStyle ScaledCapitals(RunStyle style)
        {
            FontFace face = context.Shaper.FaceFor(style.Request);
            double share = Math.Clamp(face.XHeight * 1.06 / Math.Max(face.CapHeight, 1), 0.68, 0.85);
            return style with { Capitals = true, Request = style.Request with { Size = style.Request.Size * share } };
        }

        private void Append(ImageInline image, RunStyle style)
        {
            FrameSource source = new(image.Id, FramePart.Content);
            if (context.Pictures[image.Source] is not Picture picture)
            {
                // A missing picture is reported where pictures are read; its words stand in its place.
                Append($"[{image.AlternativeText}]", style, source, image);
                return;
            }
            double scale = image.Width switch
            {
                // A share of a column whose width is still sought is none: there a picture wants what it is by itself.
                { Share: { } share } => measure >= Model.Units.Length.Unbounded ? 1 : measure * Math.Clamp(share, 0.01, 1) / picture.NaturalWidth,
                { Fixed: { } length } => Model.Units.Length.Min(length, measure) / picture.NaturalWidth,
                _ => Math.Min(1, Math.Min(measure / picture.NaturalWidth, style.Request.Size * 12 / picture.NaturalHeight)),
            };
            Length width = picture.NaturalWidth * scale, height = picture.NaturalHeight * scale;
            Rectangle box = new(Model.Units.Length.Zero, -height, width, height);
            FrameItem item = picture switch
            {
                RasterPicture raster => new RasterItem(raster.Image, box) { Source = source },
                VectorPicture vector => DrawingComposer.Compose(context, vector.Drawing, box, image.Id),
                _ => throw new UnreachableException($"{picture.GetType().Name} is new: say here how it is placed."),
            };
            Append(new ComposedBox(width, height, Model.Units.Length.Zero, [item]), style, image);
        }

        private RunStyle Code(RunStyle style)
        {
            FontRequest mono = style.Request with { Family = paragraph.MonoFamily, Features = FontFeatures.NoLigatures };
            // So much smaller that its small letters are as high as the text's.
            FontFace around = context.Shaper.FaceFor(style.Request), face = context.Shaper.FaceFor(mono);
            double factor = around.XHeight / (double)around.UnitsPerEm / (Math.Max(face.XHeight, 1) / (double)face.UnitsPerEm);
            return style with
            {
                Request = mono with { Size = style.Request.Size * Math.Clamp(factor, 0.85, 1) },
                Hyphenated = false, Kind = RunKind.Code, Tracking = Model.Units.Length.Zero,
            };
        }

        private void Append(SpanInline span, RunStyle style)
        {
            RunStyle own = span.Language is string language ? style with { Request = style.Request with { Language = language } } : style;
            char? initiator = span.Attributes["dir"] switch
            {
                "ltr" => Isolate.ToRight,
                "rtl" => Isolate.ToLeft,
                "auto" => Isolate.ByFirstStrong,
                _ => span.Language is string said ? TextDirection.OfLanguage(said) == 1 ? Isolate.ToLeft : Isolate.ByFirstStrong : null,
            };
            if (initiator is char runs) Isolated(runs, () => Append(span.Content, own));
            else Append(span.Content, own);
        }

        /// <summary>What is appended within has its own direction.</summary>
        private void Isolated(char initiator, Action append)
        {
            int from = Length, place = _isolates.Count;
            append();
            if (Length > from) _isolates.Insert(place, new(from, Length, initiator));
        }

        private TextStyle AsTextStyle(RunStyle style) => paragraph with
        {
            Size = style.Request.Size, Weight = style.Request.Weight, Italic = style.Request.Italic, Color = style.Color,
        };
    }
}
