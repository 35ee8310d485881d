namespace BookBuilder.Model.Units;

/// <summary>How well two colours can be told apart.</summary>
public static class Contrast
{
    /// <summary>What text needs against its ground (WCAG 2.2, success criterion 1.4.3).</summary>
    public const double OfText = 4.5;
    /// <summary>What large text needs: from 18 pt up, or 14 pt when bold (the same criterion).</summary>
    public const double OfLargeText = 3;

    /// <summary>The ratio of their luminances, from 1 (equal) to 21 (black and white). WCAG 2.2, "contrast ratio".</summary>
    public static double Between(Color one, Color other)
    {
        double first = Luminance(one), second = Luminance(other);
        return (Math.Max(first, second) + 0.05) / (Math.Min(first, second) + 0.05);
    }

    /// <summary>The light of a component of an sRGB colour, both from 0 to 1 (IEC 61966-2-1).</summary>
    public static double Linear(double component) => component <= 0.04045 ? component / 12.92 : ToThe12Fifths((component + 0.055) / 1.055);

    private static double Luminance(Color color) =>
        0.2126 * Linear(color.Red / 255.0) + 0.7152 * Linear(color.Green / 255.0) + 0.0722 * Linear(color.Blue / 255.0);

    // x to the power 2.4 is x² times the fifth root of x². Newton's method uses only the four operations, which every machine rounds alike.
    private static double ToThe12Fifths(double x)
    {
        double square = x * x, root = 1;
        for (int i = 0; i < 40; i++) root -= (root * root * root * root * root - square) / (5 * root * root * root * root);
        return square * root;
    }
}
