using System.Collections.Immutable;
using BookBuilder.Model.Blocks;
using BookBuilder.Model.Diagnostics;
using BookBuilder.Model.Units;
using BookBuilder.Typesetting.Frames;

namespace BookBuilder.Typesetting.Inlines;

/// <summary>A line of text, finished: everything at its place relative to the line's left edge (x) and baseline (y = 0, DOWN positive).</summary>
internal sealed record Line
{
    /// <summary>The frames, in reading order.</summary>
    public required ImmutableArray<FrameItem> Items { get; init; }
    /// <summary>Where its text ends, from the line's left edge: indents and, in centred and right-aligned lines, the white before it are counted; the white it ends in is not.</summary>
    public required Length Width { get; init; }
    /// <summary>How far its tallest part reaches above the baseline.</summary>
    public required Length Ascent { get; init; }
    /// <summary>How far its deepest part reaches below.</summary>
    public required Length Descent { get; init; }
    /// <summary>The notes whose FIRST marks stand in this line, in order: they belong at the foot of its page.</summary>
    public ImmutableArray<NodeId> Notes { get; init; } = [];
    /// <summary>Nodes that begin in this line and may be led to (note marks, labelled spans), with x from the line's left.</summary>
    public ImmutableArray<(NodeId Node, Length X)> Anchors { get; init; } = [];
    /// <summary>Stretch (positive) or shrink (negative) of its spaces as a share of what they may; 0 for a natural line.</summary>
    public double Ratio { get; init; }
    /// <summary>How many times as wide as usual its spaces are; 1 for a natural line and where spaces never change.</summary>
    public double SpaceRatio { get; init; } = 1;
    /// <summary>By which share of themselves its letters were widened (positive) or narrowed.</summary>
    public double LetterGrowth { get; init; }
    /// <summary>Whether it ends in a hyphen the breaking made.</summary>
    public bool IsHyphenated { get; init; }
    /// <summary>How far it sticks out of the measure, when nothing else was possible; else zero.</summary>
    public Length Overrun { get; init; }
    /// <summary>What is to be said about how it was set.</summary>
    public ImmutableArray<Diagnostic> Said { get; init; } = [];
    /// <summary>The leaf and offset of the first character, for the page map; None for a line without text.</summary>
    public FrameSource Start { get; init; } = FrameSource.Artifact;
}

/// <summary>A paragraph in lines.</summary>
/// <param name="Lines">The lines; empty for an empty paragraph.</param>
/// <param name="Demerits">How bad the breaking is as a whole; to compare variants.</param>
internal sealed record ComposedParagraph(ImmutableArray<Line> Lines, double Demerits)
{
    /// <summary>Whether nothing stands in it.</summary>
    public bool IsEmpty => Lines.IsEmpty;
}
