using System.Globalization;
using System.Text;

namespace BookBuilder.PageText;

/// <summary>Draws the picture that stands in for a lost one, and says so in its words.</summary>
internal static class PlaceholderWriter
{
    private const int Width = 480, Height = 200;

    /// <summary>The description for those who do not see it.</summary>
    public static string Description(PlaceholderPicture picture) => string.Create(CultureInfo.InvariantCulture,
        $"Placeholder: the picture is missing in the text this book was made from (line {picture.Line}).");

    /// <summary>The picture, as SVG.</summary>
    public static string Svg(PlaceholderPicture picture) => new StringBuilder()
        .Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{Width}\" height=\"{Height}\" viewBox=\"0 0 {Width} {Height}\">\n")
        .Append(CultureInfo.InvariantCulture, $"  <rect x=\"1\" y=\"1\" width=\"{Width - 2}\" height=\"{Height - 2}\" fill=\"#f4f4f4\" stroke=\"#767676\" stroke-width=\"1.5\" stroke-dasharray=\"7 5\"/>\n")
        .Append(CultureInfo.InvariantCulture, $"  <text x=\"{Width / 2}\" y=\"{Height / 2 - 6}\" text-anchor=\"middle\" font-family=\"sans-serif\" font-size=\"19\" fill=\"#404040\">The picture is missing in the source</text>\n")
        .Append(CultureInfo.InvariantCulture, $"  <text x=\"{Width / 2}\" y=\"{Height / 2 + 22}\" text-anchor=\"middle\" font-family=\"sans-serif\" font-size=\"15\" fill=\"#404040\">line {picture.Line} of the imported text</text>\n")
        .Append("</svg>\n").ToString();
}
