using BookBuilder.Model.Units;

namespace BookBuilder.Typesetting.LineBreaking;

/// <summary>How what a line lacks of its measure, or has too much, is shared between its letters and its white.</summary>
/// <remarks>Font expansion as in Hàn Thế Thành, "Micro-typographic extensions to the TeX typesetting system" (2000). Where TeX lets letters
/// and white give alike, here the letters bear the greater part as long as they can: a letter a hundredth wider is seen by nobody,
/// a space a third wider by everybody.</remarks>
/// <param name="Letters">How much of what they may the letters give: 1 as wide as allowed, -1 as narrow.</param>
/// <param name="White">How much of its stretch (positive) or shrink (negative) the white takes.</param>
/// <param name="Overrun">What is too long even so; zero for a line that fits.</param>
internal readonly record struct Justification(double Letters, double White, Length Overrun)
{
    /// <summary>The part of a line's shortfall that its letters bear until they can give no more.</summary>
    private const double LettersPart = 0.9;

    /// <summary>Shares out a shortfall.</summary>
    /// <param name="shortfall">What the natural width lacks of the measure; negative when it is longer.</param>
    /// <param name="letters">How much the letters may grow or shrink.</param>
    /// <param name="stretch">How much the white grows at ratio 1; it may grow more.</param>
    /// <param name="shrink">How much the white may shrink at most.</param>
    public static Justification Of(Length shortfall, Length letters, Length stretch, Length shrink)
    {
        double wanted = Math.Abs((double)shortfall.ScaledPoints), give = letters.ScaledPoints;
        double white = shortfall >= Length.Zero ? stretch.ScaledPoints : shrink.ScaledPoints;
        if (wanted == 0) return default;
        double byLetters = Math.Min(give, wanted * LettersPart), byWhite = wanted - byLetters;
        if (shortfall >= Length.Zero)
        {
            if (white == 0) byLetters = Math.Min(give, wanted);
            return new(give == 0 ? 0 : byLetters / give, white > 0 ? byWhite / white : wanted > byLetters ? double.PositiveInfinity : 0, Length.Zero);
        }
        if (byWhite > white)
        {
            byWhite = white;
            byLetters = Math.Min(give, wanted - white);
        }
        Length overrun = new((long)Math.Max(0, Math.Round(wanted - byLetters - byWhite)));
        return new(give == 0 ? 0 : -byLetters / give, white == 0 ? (overrun > Length.Zero ? -1 : 0) : -byWhite / white, overrun);
    }
}
