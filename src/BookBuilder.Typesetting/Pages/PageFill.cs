using System.Collections.Immutable;
using BookBuilder.Model.Blocks;
using BookBuilder.Model.Units;
using BookBuilder.Typesetting.Galleys;

namespace BookBuilder.Typesetting.Pages;

/// <summary>A page being filled: sums only. Copied where ways part.</summary>
internal struct PageFill(Galley galley, PageGeometry geometry)
{
    private Flex _pending;
    private bool _any;
    private Length _notes;

    private GridRun _run;
    private Length _above;
    private int _growing;

    /// <summary>The natural height of the text.</summary>
    public readonly Length Text => _above + _run.Natural;
    /// <summary>How much the spaces in it may grow; on a grid by whole lines.</summary>
    public readonly Length Stretch => geometry.HasGrid ? geometry.Line * _growing : _run.Stretch;
    /// <summary>How much they may give up.</summary>
    public readonly Length Shrink => _run.Shrink;
    /// <summary>Whether a space takes whatever is left.</summary>
    public bool HasFill { get; private set; }
    /// <summary>The notes so far.</summary>
    public ImmutableArray<NoteSlice> Notes { get; private set; } = [];
    /// <summary>The room of the notes with the gap above them.</summary>
    public readonly Length NoteHeight => Notes.IsEmpty ? Length.Zero : _notes + geometry.NoteGap;
    /// <summary>What is left; negative when too much is on the page.</summary>
    public readonly Length Slack => geometry.Height - Text - NoteHeight;
    /// <summary>How much of what is left disappears in the spaces: above notes a line more of white is better than spaces out of their measure.</summary>
    public readonly Length Give => Stretch + (Notes.IsEmpty ? Length.Zero : geometry.Line);
    /// <summary>Lines that are missing on the page, once all spaces have grown.</summary>
    public readonly double Missing => HasFill ? 0 : Length.Max(Length.Zero, Slack - Give) / geometry.Line;
    /// <summary>Lines of white at its foot: none when notes stand there.</summary>
    public readonly double FootWhite => Notes.IsEmpty ? Missing : 0;
    /// <summary>Whether it all fits, spaces shrunk if need be.</summary>
    public readonly bool Fits => Slack + Shrink >= Length.Zero;
    /// <summary>Whether nothing stands on the page.</summary>
    public readonly bool IsEmpty => !_any && Notes.IsEmpty;

    /// <summary>Adds a box without its notes.</summary>
    public void Add(GalleyBox box)
    {
        // A continued table opens again before its first row on the page, under floats too.
        if (Lines == 0 && box.Reopening is { } again)
        {
            _run.Add(again.Height + (_any ? _pending.Natural : Length.Zero));
            _pending = Flex.None;
        }
        else if (_any)
        {
            Flex space = Flex.Max(_pending, box.Space);
            if (space.IsFill) HasFill = true;
            else _run.Add(space);
        }
        _pending = Flex.None;
        if (geometry.IsOnGrid(box)) Stand(box);
        else _run.Add(box.Height);
        _any = true;
        Lines++;
    }

    /// <summary>Puts a line on the next place of the grid.</summary>
    private void Stand(GalleyBox box)
    {
        int steps = _any ? _run.Steps(geometry.Line, box.Above) : 0;
        if (_any && _run.MayGrow(geometry.Line)) _growing++;
        _above += geometry.Line * (steps + 1);
        _run = new GridRun();
        _run.Add(box.Height - box.Above - geometry.Line);
    }

    /// <summary>How many boxes of the text stand on the page beside its floats.</summary>
    public int Lines { get; private set; }
    /// <summary>Whether floats stand on the page.</summary>
    public bool HasFloats { get; private set; }

    /// <summary>Adds a float without its notes: rigid within, with its own space around it.</summary>
    public void Add(GalleyFloat item)
    {
        Add(new GalleyBox { Height = item.Height, Space = geometry.AroundFloat });
        _pending = geometry.AroundFloat;
        HasFloats = true;
        Lines--;
    }

    /// <summary>Adds a note's lines.</summary>
    public void Add(NoteSlice slice)
    {
        if (!Notes.IsEmpty) _notes += geometry.BetweenNotes;
        _notes += HeightOf(slice);
        Notes = Notes.Add(slice);
    }

    /// <summary>Adds notes as a whole.</summary>
    public void AddNotes(ImmutableArray<NodeId> notes)
    {
        foreach (NodeId note in notes)
            if (galley.Notes.TryGetValue(note, out ImmutableArray<GalleyBox> lines))
                Add(new NoteSlice(note, 0, lines.Length));
    }

    /// <summary>How many lines of a note, from one on, still fit; 0 when none does.</summary>
    public readonly int LinesThatFit(NodeId note, int from)
    {
        Length room = Slack + Shrink - (Notes.IsEmpty ? geometry.NoteGap : geometry.BetweenNotes);
        ImmutableArray<GalleyBox> lines = galley.Notes[note];
        Length used = Length.Zero;
        int count = 0;
        for (int i = from; i < lines.Length; i++)
        {
            used += lines[i].Height + (i > from ? lines[i].Space.Natural : Length.Zero);
            if (used > room) break;
            count++;
        }
        return count;
    }

    private readonly Length HeightOf(NoteSlice slice) => Columns.Height(galley.Notes[slice.Note][slice.From..slice.To]);
}
