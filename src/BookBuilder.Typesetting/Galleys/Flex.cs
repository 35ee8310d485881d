using BookBuilder.Model.Units;

namespace BookBuilder.Typesetting.Galleys;

/// <summary>A vertical space that may give way a little so that pages end evenly.</summary>
/// <param name="Natural">Its height as designed.</param>
/// <param name="Stretch">How much it may grow.</param>
/// <param name="Shrink">How much it may give up.</param>
internal readonly record struct Flex(Length Natural, Length Stretch, Length Shrink)
{
    /// <summary>No space, and none to be had.</summary>
    public static Flex None => default;

    /// <summary>A space that takes whatever its page has left: on title and copyright pages.</summary>
    public static Flex Fill => new(Length.Zero, Length.Unbounded, Length.Zero);

    /// <summary>Whether it takes whatever is left.</summary>
    public bool IsFill => Stretch == Length.Unbounded;

    /// <summary>A space that never gives way.</summary>
    public static Flex Rigid(Length natural) => new(natural, Length.Zero, Length.Zero);

    /// <summary>A space that may grow by half and shrink by an eighth: around headings, lists, figures.</summary>
    public static Flex Around(Length natural) => new(natural, natural / 2, natural / 8);

    /// <summary>The larger of two spaces that meet, as in every style sheet: they do not add up.</summary>
    public static Flex Max(Flex left, Flex right) =>
        left.IsFill ? left : right.IsFill ? right : left.Natural >= right.Natural ? left : right;
}
