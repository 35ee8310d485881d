using System.Collections.Frozen;
using System.Collections.Immutable;
using BookBuilder.Fonts;
using BookBuilder.Fonts.Shaping;
using BookBuilder.Graphics;
using BookBuilder.Model.Blocks;
using BookBuilder.Model.Design;
using BookBuilder.Model.Diagnostics;
using BookBuilder.Model.Metadata;
using BookBuilder.Model.Resolution;
using BookBuilder.Model.Units;
using BookBuilder.Typesetting.Frames;
using BookBuilder.Typesetting.Hyphenation;
using BookBuilder.Typesetting.Inlines;
using BookBuilder.Typesetting.Typography;

namespace BookBuilder.Tests.Typesetting;

/// <summary>What is needed to set a paragraph in a test: 10 pt type, characters 5 pt wide unless real faces are asked for.</summary>
internal sealed class Desk
{
    private static readonly FontLibrary Library = FontLibrary.LoadDefault();
    private int _ordinal;

    private Desk(IShaper shaper, string family, Pictures? pictures)
    {
        ResolvedBook book = new()
        {
            Metadata = new BookMetadata { Title = "A Test" }, Design = new BookDesign(), Plan = new BookPlan(), Terms = new BookTerms(), Chapters = [],
            Outline = [], Figures = [], Tables = [], Labels = FrozenDictionary<NodeId, NumberLabel>.Empty, Anchors = FrozenDictionary<NodeId, string>.Empty,
        };
        Context = new InlineContext(book, pictures ?? Pictures.None, new WordTools(shaper, new Hyphenators(new HyphenationPatterns(book.Design.Hyphenation))), Sink);
        Style = new TextStyle
        {
            Family = family, MonoFamily = "Source Code Pro", MathFamily = "STIX Two Math", Size = 10.Pt, Leading = 13.5.Pt, Language = "en-US",
            LinkColor = new Color(1, 2, 3),
        };
    }

    public static Desk FixedPitch(Pictures? pictures = null) => new(new FixedPitchShaper(), "Any", pictures);
    public static Desk RealFaces() => new(new HarfBuzzShaper(Library), "Source Serif 4", null);

    public DiagnosticSink Sink { get; } = new();
    public InlineContext Context { get; }
    public TextStyle Style { get; }

    public NodeId NextId() => new("c", ++_ordinal);

    public Text Text(string value, int line = 1) => new(value)
    {
        Id = NextId(), Span = new SourceSpan("c.md", new(line, 1), new(line, 1 + value.Length)),
    };

    public ComposedParagraph Set(TextStyle style, int characters, params ImmutableArray<Inline> content) =>
        ParagraphComposer.Compose(Context, content, style, 5.Pt * characters);

    public ComposedParagraph Ragged(int characters, params ImmutableArray<Inline> content) =>
        Set(Style with { Alignment = LineAlignment.Left, Hyphenated = false }, characters, content);

    public static IEnumerable<GlyphRun> Runs(Line line) => line.Items.OfType<GlyphRun>();

    /// <summary>What copying the lines gives, a bar at each line's end.</summary>
    public static string Copied(ComposedParagraph paragraph) => string.Join('|', paragraph.Lines.Select(l => string.Concat(Runs(l).Select(r => r.Text))));
}
