using System.Collections.Immutable;

namespace BookBuilder.Typesetting.Pages;

/// <summary>Why a page is as it is: the parts of its cost, and what other ends would have cost. For those who ask.</summary>
internal sealed record PageReasons
{
    /// <summary>None in particular.</summary>
    public static PageReasons None { get; } = new();

    /// <summary>For what it is in itself: stretched, shrunk or short.</summary>
    public double Filling { get; init; }
    /// <summary>For the place at which it breaks.</summary>
    public double Breaking { get; init; }
    /// <summary>For paragraphs made longer or shorter.</summary>
    public double Changes { get; init; }
    /// <summary>For a note that goes on overleaf.</summary>
    public double Notes { get; init; }
    /// <summary>For floats put off to later pages.</summary>
    public double Floats { get; init; }
    /// <summary>For ending at another height than the page that faces it, and for a word divided where the leaf is turned.</summary>
    public double Spread { get; init; }
    /// <summary>The numbers of the paragraphs that begin on it and were set otherwise than best, with the lines they won or lost.</summary>
    public ImmutableArray<(int Paragraph, int Gain)> Changed { get; init; } = [];
    /// <summary>Where else it could have ended, a few lines up or down, each with the least cost of a page that ends there; what is missing was not possible.</summary>
    public ImmutableArray<OtherEnd> Others { get; init; } = [];

    /// <summary>All of it.</summary>
    public double Cost => Filling + Breaking + Changes + Notes + Floats + Spread;
}

/// <summary>Another end of a page.</summary>
/// <param name="Lines">So many boxes further down; negative for up.</param>
/// <param name="Cost">What the page would have cost.</param>
internal readonly record struct OtherEnd(int Lines, double Cost);
