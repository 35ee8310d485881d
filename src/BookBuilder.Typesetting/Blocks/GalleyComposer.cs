using System.Collections.Frozen;
using System.Collections.Immutable;
using BookBuilder.Fonts.Unicode;
using BookBuilder.Model.Blocks;
using BookBuilder.Model.Resolution;
using BookBuilder.Model.Units;
using BookBuilder.Typesetting.Frames;
using BookBuilder.Typesetting.Galleys;
using BookBuilder.Typesetting.Typography;

namespace BookBuilder.Typesetting.Blocks;

/// <summary>Sets a chapter as one endless column, its notes beside it.</summary>
internal static class GalleyComposer
{
    /// <summary>Sets a chapter, or several that run on after each other.</summary>
    /// <param name="run">What is known of each; not empty.</param>
    public static Galley Compose(ImmutableArray<BlockContext> run)
    {
        BlockStyles styles = run[0].Styles;
        var galley = new GalleyBuilder();
        var notes = new Dictionary<NodeId, ImmutableArray<GalleyBox>>();
        Length hang = run.Select(Hang).Aggregate(Length.Max);
        foreach (BlockContext context in run)
        {
            galley.Begin(context.Chapter);
            galley.Mark(context.Chapter.Id, Length.Zero);
            BlockComposer.Compose(context, galley, context.Chapter.Content, new Setting(styles.Body, Length.Zero, styles.Design.Measure)
            {
                ParagraphIndent = styles.Design.ParagraphIndent, ParagraphSpace = styles.ParagraphSpace, Floats = true,
            });
            // Where chapters run on, notes of two may share a page, and their numbers would be taken for each other's.
            string? chapter = notes.Count > 0 ? context.Chapter.Label?.Text ?? context.Chapter.ShortTitle : null;
            foreach (ResolvedNote note in context.Chapter.Notes)
            {
                notes[note.Id] = Note(context, note, hang, chapter);
                chapter = null;
            }
        }
        ImmutableArray<GalleyBox> boxes = galley.ToBoxes();
        return new(HeadingKeeping.Apply(boxes, styles.Line), galley.ToFloats(), notes.ToFrozenDictionary(), [.. run.SelectMany(c => c.Chapter.Notes).Select(n => n.Id)])
        {
            Variants = galley.ToVariants(), GoesOn = GoesOn(run[0]),
        };
    }

    /// <summary>An arrow in the margin, beside the last line of a note that goes on overleaf.</summary>
    private static ImmutableArray<FrameItem> GoesOn(BlockContext context)
    {
        TextStyle style = context.Styles.Note;
        return Lettering.Of(context.Inline.Shaper, "→", style, FrameSource.Artifact)
            .At(context.Styles.Design.Measure + style.Size * 0.3, LineBoxes.Baseline(style));
    }

    /// <summary>A note's lines: its number hangs beside them.</summary>
    /// <param name="context">The chapter.</param>
    /// <param name="note">The note.</param>
    /// <param name="hang">The room for numbers.</param>
    /// <param name="chapter">The name of the chapter, to be printed above its first note where chapters with notes run on before it; else null.</param>
    public static ImmutableArray<GalleyBox> Note(BlockContext context, ResolvedNote note, Length hang, string? chapter = null)
    {
        BlockStyles styles = context.Styles;
        var galley = new GalleyBuilder();
        TextStyle style = HasAddress(note) ? styles.Note with { Alignment = LineAlignment.Left } : styles.Note;
        galley.Mark(note.Id, Length.Zero);
        bool fromRight = TextDirection.OfLanguage(style.Language) == 1;
        if (chapter is not null)
        {
            TextStyle name = styles.CaptionLabel with { Size = styles.Note.Size, Leading = styles.Note.Leading };
            Lettering words = Lettering.Of(context.Inline.Shaper, chapter, name, FrameSource.Artifact);
            Length x = fromRight ? styles.Design.Measure - words.Width : Length.Zero;
            galley.Add(new GalleyBox { Height = name.Leading, Items = words.At(x, LineBoxes.Baseline(name)) });
        }
        Lettering number = Lettering.Of(context.Inline.Shaper, note.Mark, styles.Note, new(note.Id, FramePart.Label));
        Length left = fromRight ? styles.Design.Measure - number.Width : Length.Zero;
        // Its number leads back to where the reader was.
        LinkArea back = new(new(left, Length.Zero, number.Width, styles.Note.Leading), new NodeTarget(note.FirstMark)) { Source = new(note.Id, FramePart.Content) };
        galley.Hang(new GalleyBox
        {
            Height = styles.Note.Leading, Items = [.. number.At(left, LineBoxes.Baseline(styles.Note)), back], Start = new(note.Id, FramePart.Label),
        });
        BlockComposer.Compose(context, galley, note.Content, new Setting(style, fromRight ? Length.Zero : hang, styles.Design.Measure - hang)
        {
            ParagraphIndent = Length.Zero, ParagraphSpace = Flex.Rigid(styles.Note.Leading / 4),
        });
        return [.. galley.ToBoxes().Select(b => b with { Space = Flex.Rigid(b.Space.Natural), Span = note.Span })];
    }

    /// <summary>The room that the numbers of a chapter's notes take beside them.</summary>
    public static Length Hang(BlockContext context)
    {
        TextStyle style = context.Styles.Note;
        Length widest = style.Size * 1.2;
        foreach (ResolvedNote note in context.Chapter.Notes)
            widest = Length.Max(widest, Lettering.WidthOf(context.Inline.Shaper, note.Mark, style) + style.Size * 0.6);
        return widest;
    }

    /// <summary>Whether an address is printed in the note: justified, its line would be full of holes.</summary>
    private static bool HasAddress(ResolvedNote note) =>
        note.Content.OfType<Paragraph>().Any(p => p.Content.Any(i => i is Link { IsAutolink: true }));
}
