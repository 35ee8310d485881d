using System.Collections.Immutable;
using BookBuilder.Model.Units;
using BookBuilder.Typesetting.Frames;

namespace BookBuilder.Typesetting.Mathematics;

/// <summary>A part of a formula, set: relative to its baseline's left end, y DOWN.</summary>
internal sealed record MathBox
{
    /// <summary>How far it moves the pen on.</summary>
    public required Length Width { get; init; }
    /// <summary>How far its ink reaches above the baseline; negative when all of it is below.</summary>
    public required Length Ascent { get; init; }
    /// <summary>How far its ink reaches below the baseline.</summary>
    public required Length Descent { get; init; }
    /// <summary>Its frames, in reading order.</summary>
    public required ImmutableArray<FrameItem> Items { get; init; }
    /// <summary>How it is spaced.</summary>
    public AtomKind Kind { get; init; } = AtomKind.Ordinary;
    /// <summary>How far a slanted letter leans over its width.</summary>
    public Length Lean { get; init; }
    /// <summary>Whether it is one letter or sign; scripts stand by it at fixed heights.</summary>
    public bool IsLetter { get; init; }
    /// <summary>Whether it is white, which does not part a sign from what it belongs to.</summary>
    public bool IsSpace { get; init; }

    /// <summary>Nothing.</summary>
    public static MathBox Empty { get; } = new() { Width = Length.Zero, Ascent = Length.Zero, Descent = Length.Zero, Items = [] };

    /// <summary>The frames moved right and down.</summary>
    public IEnumerable<FrameItem> At(Length right, Length down) => Items.Select(item => item.MovedBy(right, down));
}
