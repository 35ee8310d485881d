using System.Collections.Immutable;
using BookBuilder.Model.Blocks;
using BookBuilder.Model.Resolution;
using BookBuilder.Model.Units;
using BookBuilder.Typesetting.Frames;

namespace BookBuilder.Typesetting.Galleys;

/// <summary>Collects boxes from top to bottom. Spaces that meet do not add up; costs of breaks that meet do.</summary>
internal sealed class GalleyBuilder
{
    private readonly ImmutableArray<GalleyBox>.Builder _boxes = ImmutableArray.CreateBuilder<GalleyBox>();
    private readonly ImmutableArray<GalleyFloat>.Builder _floats = ImmutableArray.CreateBuilder<GalleyFloat>();
    private readonly List<(NodeId Node, Length X)> _marks = [];
    private ImmutableArray<Panel> _panels = [];
    private Flex _space;
    private int _cost;
    private GalleyBox? _label;
    private ResolvedChapter? _chapter;
    private readonly Dictionary<int, Func<ParagraphVariants>> _variants = [];
    private int _paragraphs;

    /// <summary>How many boxes there are.</summary>
    public int Count => _boxes.Count;

    /// <summary>The last box; null when there is none.</summary>
    public GalleyBox? Last => _boxes.Count == 0 ? null : _boxes[^1];

    /// <summary>A number for the next paragraph.</summary>
    public int NextParagraph() => ++_paragraphs;

    /// <summary>Keeps how a paragraph can be set with a line more or less.</summary>
    public void Vary(int paragraph, Func<ParagraphVariants> compose) => _variants[paragraph] = compose;

    /// <summary>How paragraphs can be set otherwise.</summary>
    public IReadOnlyDictionary<int, Func<ParagraphVariants>> ToVariants() => _variants;

    /// <summary>Says that a chapter begins with the next box.</summary>
    public void Begin(ResolvedChapter chapter) => _chapter = chapter;

    /// <summary>Asks for a space before the next box.</summary>
    public void Space(Flex space) => _space = Flex.Max(_space, space);

    /// <summary>Sets the space before the next box, whatever was asked for before.</summary>
    public void ReplaceSpace(Flex space) => _space = space;

    /// <summary>Adds to the cost of a page break before the next box.</summary>
    public void Cost(int cost) => _cost = BreakCost.Both(_cost, cost);

    /// <summary>Notes that a node begins with the next box.</summary>
    public void Mark(NodeId node, Length x) => _marks.Add((node, x));

    /// <summary>Hangs a bullet or number beside the next box; its items are relative to the same baseline box. One that waits already (a note's
    /// number, where the note begins with a list) hangs beside it too.</summary>
    public void Hang(GalleyBox label) => _label = _label is { } outer ? Beside(outer, label) : label;

    /// <summary>Whether a label waits for a box.</summary>
    public bool HasLabel => _label is not null;

    /// <summary>The label that still waits for a box; it is taken.</summary>
    public GalleyBox? TakeLabel()
    {
        GalleyBox? label = _label;
        _label = null;
        return label;
    }

    /// <summary>Puts what follows on a background, until <see cref="LeavePanel"/>.</summary>
    public void EnterPanel(Panel panel)
    {
        _panels = _panels.Add(panel);
        GalleyBox? label = TakeLabel();
        Add(new GalleyBox { Height = panel.Padding, Span = panel.Span });
        Cost(BreakCost.Forbidden);
        if (label is not null) Hang(label);
    }

    /// <summary>Takes off the innermost background.</summary>
    public void LeavePanel()
    {
        _space = Flex.None;
        _cost = BreakCost.Forbidden;
        Add(new GalleyBox { Height = _panels[^1].Padding });
        _panels = _panels[..^1];
    }

    /// <summary>Adds a box with the space, cost, marks and label that wait for it.</summary>
    public void Add(GalleyBox box)
    {
        bool stays = _marks.Count == 0 && _label is null && _space == Flex.None && _cost == 0 && _panels.IsEmpty && _chapter is null
            && (box.Space == Flex.None || box.Space.Natural > Length.Zero);
        if (stays)
        {
            _boxes.Add(box);
            return;
        }
        ImmutableArray<Destination> marks = [.. _marks.Select(m => new Destination(m.Node, new(m.X, Length.Zero))), .. box.Marks];
        if (TakeLabel() is { } label)
            box = Beside(label, box);
        _boxes.Add(box with
        {
            Space = Flex.Max(_space, box.Space),
            BreakBefore = BreakCost.Both(_cost, box.BreakBefore),
            Marks = marks,
            Panels = [.. _panels, .. box.Panels],
            Chapter = _chapter ?? box.Chapter,
        });
        _chapter = null;
        _marks.Clear();
        _space = Flex.None;
        _cost = 0;
    }

    /// <summary>Adds a float at this place of the text.</summary>
    public void Float(ImmutableArray<GalleyBox> boxes, NodeId node, string name, Model.Diagnostics.SourceSpan span, Placement placement)
    {
        if (_marks.Count > 0 && boxes.Length > 0)
        {
            boxes = boxes.SetItem(0, boxes[0] with
            {
                Marks = [.. _marks.Select(m => new Destination(m.Node, new(m.X, Length.Zero))), .. boxes[0].Marks],
            });
            _marks.Clear();
        }
        _floats.Add(new(_boxes.Count, boxes, node, name, span) { Placement = placement });
    }

    /// <summary>The boxes so far. Marks that no box took go to the last one.</summary>
    public ImmutableArray<GalleyBox> ToBoxes()
    {
        if (TakeLabel() is { } label) Add(label);
        if (_marks.Count > 0) Add(new GalleyBox { Height = Length.Zero });
        return _boxes.ToImmutable();
    }

    /// <summary>The floats so far, each with the place of its first mention.</summary>
    public ImmutableArray<GalleyFloat> ToFloats()
    {
        Dictionary<NodeId, int> mentions = [];
        for (int i = 0; i < _boxes.Count; i++)
            foreach (LinkArea link in _boxes[i].Items.OfType<LinkArea>())
                if (link.Target is NodeTarget target) mentions.TryAdd(target.Node, i);
        return [.. _floats.Select(f => f with { Earliest = Math.Min(f.Before, mentions.GetValueOrDefault(f.Node, f.Before - 1) + 1) })];
    }

    /// <summary>A label and a box on one baseline: both are lines, so their tops agree.</summary>
    private static GalleyBox Beside(GalleyBox label, GalleyBox box) => box with
    {
        Height = Length.Max(label.Height, box.Height),
        Items = [.. label.Items, .. box.Items],
        Notes = [.. label.Notes, .. box.Notes],
        Said = [.. label.Said, .. box.Said],
        Start = box.Start.Node == NodeId.None ? label.Start : box.Start,
    };
}
