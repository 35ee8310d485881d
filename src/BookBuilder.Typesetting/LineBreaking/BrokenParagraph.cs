using System.Collections.Immutable;

namespace BookBuilder.Typesetting.LineBreaking;

/// <summary>A breaking of a paragraph.</summary>
/// <param name="Breaks">One for each line, in order; empty when no breaking keeps within the costs' limits.</param>
/// <param name="Demerits">How bad it is as a whole.</param>
/// <param name="BestLines">The number of lines of the best breaking, before looseness is asked for.</param>
internal sealed record BrokenParagraph(ImmutableArray<BreakPoint> Breaks, double Demerits, int BestLines)
{
    /// <summary>No breaking keeps within the limits.</summary>
    public static BrokenParagraph Impossible { get; } = new([], double.PositiveInfinity, 0);

    /// <summary>Whether there is a breaking.</summary>
    public bool IsPossible => !Breaks.IsEmpty;
}
