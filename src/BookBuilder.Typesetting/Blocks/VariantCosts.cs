using BookBuilder.Typesetting.Inlines;

namespace BookBuilder.Typesetting.Blocks;

/// <summary>How bad it is to set a paragraph otherwise than best, on the scale of page costs.</summary>
internal static class VariantCosts
{
    private const double AnyChange = 100;
    /// <summary>A line whose spaces stretch as far as they may has some 12 000 demerits: it is to be about as bad as a line missing on a page.</summary>
    private const double DemeritsToCost = 1 / 50.0;

    /// <summary>The cost of a variant.</summary>
    /// <param name="best">The demerits of its best breaking.</param>
    /// <param name="variant">The variant.</param>
    public static double Of(double best, ComposedParagraph variant) =>
        AnyChange + Math.Max(0, variant.Demerits - best) * DemeritsToCost;
}
