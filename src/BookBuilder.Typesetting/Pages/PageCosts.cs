using BookBuilder.Model.Units;

namespace BookBuilder.Typesetting.Pages;

/// <summary>How bad pages are. Beside the costs of breaks they keep the order of what matters: stranded headings, single lines, uneven spreads, short pages.</summary>
internal static class PageCosts
{
    /// <summary>A page, be it ever so good.</summary>
    public const double EveryPage = 100;
    /// <summary>A note that goes on overleaf.</summary>
    public const double SplitNote = 9_000;
    /// <summary>A float that moves to the next page.</summary>
    public const double FloatPutOff = 120;
    /// <summary>A float that moves on once more.</summary>
    public const double FloatPutOffAgain = 2_500;
    /// <summary>A word divided where the leaf is turned, more than where both pages are in sight.</summary>
    public const double HyphenOverleaf = 500;
    /// <summary>More lines short than this make no difference beside a facing page.</summary>
    public const int MostUneven = 2;

    private const double MissingLine = 300;
    private const double MissingLineMore = 700;
    private const double Stretching = 60;
    private const double FewLinesByFloats = 220;
    private const double UnevenLine = 900;

    /// <summary>How bad a page is in itself: stretched, shrunk or short.</summary>
    public static double Of(PageGeometry geometry, in PageFill fill, bool isFinal)
    {
        if (fill.Slack < Length.Zero)
        {
            double shrunk = -fill.Slack / Length.Max(fill.Shrink, new Length(1));
            return EveryPage + Stretching * shrunk * shrunk;
        }
        // A last page with hardly anything on it looks like a mistake.
        if (isFinal || fill.HasFill)
            return EveryPage + (fill.Text < geometry.Line * 5 ? 500 : 0);
        Length give = fill.Give;
        double ratio = give > Length.Zero ? Math.Min(1, fill.Slack / give) : 0;
        return EveryPage + Stretching * ratio * ratio + Missing(fill.Missing) + FewLines(fill);
    }

    /// <summary>How bad it is that two pages that face each other end at different heights.</summary>
    /// <param name="left">The lines of white at the foot of the left one.</param>
    /// <param name="right">Those at the foot of the right one.</param>
    public static double Facing(int left, int right)
    {
        int lines = Math.Abs(Math.Min(left, MostUneven) - Math.Min(right, MostUneven));
        return UnevenLine * lines * lines;
    }

    /// <summary>A line or two missing are seen by few, and worse each; from then on every line is as bad as the next: a page may be short with reason.</summary>
    private static double Missing(double lines)
    {
        double few = Math.Min(lines, 3);
        return MissingLine * few * few + MissingLineMore * (lines - few);
    }

    /// <summary>Up to three lines of text beside figures look lost: better the figures alone, or more text.</summary>
    private static double FewLines(in PageFill fill) =>
        fill.HasFloats && fill.Lines is > 0 and < 4 ? FewLinesByFloats * (4 - fill.Lines) : 0;
}
