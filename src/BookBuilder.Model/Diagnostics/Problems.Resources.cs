using System.Globalization;

namespace BookBuilder.Model.Diagnostics;

/// <content>Pictures (BB41), fonts (BB42) and the limits of pictures (BB942).</content>
public static partial class Problems
{
    /// <summary>A picture in a format that is not read.</summary>
    /// <param name="span">Where the book shows it.</param>
    /// <param name="path">The picture.</param>
    /// <param name="found">What it is instead ("a PDF"); null when nobody can say.</param>
    public static Diagnostic UnknownPictureFormat(SourceSpan span, string path, string? found) =>
        Error("BB4101", span, found is null ? $"'{path}' is not a picture of a known format" : $"'{path}' is {found}, which is not read",
            "save it as SVG, PNG or JPEG (GIF, WebP and BMP are read, too)");

    /// <summary>A picture whose file is damaged.</summary>
    public static Diagnostic BrokenPicture(SourceSpan span, string path, string why) =>
        Error("BB4102", span, $"the picture '{path}' is damaged: {why}", "open it in an image program and save it again");

    /// <summary>A JPEG of a kind that PDF and EPUB do not show.</summary>
    public static Diagnostic UnsupportedJpeg(SourceSpan span, string path, string kind) =>
        Error("BB4103", span, $"the JPEG '{path}' {kind}, which few programs can show", "save it as an ordinary JPEG or as PNG");

    /// <summary>An animation in a printed book.</summary>
    public static Diagnostic AnimatedPicture(SourceSpan span, string path, int frames) =>
        Warning("BB4104", span, string.Create(CultureInfo.InvariantCulture, $"only the first of the {frames} frames of '{path}' is shown"), "if another is meant, save that as a PNG");

    /// <summary>An SVG file that is not well-formed, or is no SVG.</summary>
    public static Diagnostic BrokenDrawing(SourceSpan span, string why) =>
        Error("BB4111", span, $"this drawing cannot be read: {why}", "open it in a drawing program and save it as plain SVG");

    /// <summary>Something in an SVG file that is left out, or drawn without.</summary>
    public static Diagnostic UnsupportedInDrawing(SourceSpan span, string what, string? hint = null) =>
        Warning("BB4112", span, $"{what} is not supported in drawings", hint);

    /// <summary>An SVG file that wants something from outside.</summary>
    public static Diagnostic OutsideOfDrawing(SourceSpan span, string address) =>
        Warning("BB4113", span, $"'{address}' is outside the drawing and is not fetched", "put it into the drawing itself");

    /// <summary>A value in an SVG file that nobody can read.</summary>
    public static Diagnostic BadDrawingValue(SourceSpan span, string attribute, string value) =>
        Warning("BB4114", span, $"'{value}' is no value of {attribute}", "correct it in the drawing's file");

    /// <summary>A name in an SVG file that names nothing.</summary>
    public static Diagnostic UnknownDrawingName(SourceSpan span, string id, string? nearest) =>
        Warning("BB4115", span, $"nothing in the drawing that fits here is called '{id}'", DidYouMean(nearest));

    /// <summary>A font file cannot be used.</summary>
    public static Diagnostic UnreadableFont(SourceSpan span, string why) =>
        Error("BB4201", span, $"this font cannot be used: {why}", "give a TrueType or OpenType file (.ttf or .otf)");

    /// <summary>A font whose maker does not allow it in a document.</summary>
    public static Diagnostic FontForbidsEmbedding(SourceSpan span, string name) =>
        Warning("BB4202", span, $"the maker of the font '{name}' does not allow it to be embedded", "ask for permission, or choose another font");

    /// <summary>A picture with more pixels than are decoded.</summary>
    public static Diagnostic TooManyPixels(SourceSpan span, string path, long pixels, long limit) =>
        Error("BB9421", span, string.Create(CultureInfo.InvariantCulture, $"the picture '{path}' has {pixels:N0} pixels; {limit:N0} is the most"),
            "make it smaller: a full page at 300 dots to the inch has 5 million", Raised("picture-pixels"));

    /// <summary>A picture whose file is larger than is read.</summary>
    public static Diagnostic PictureFileTooLarge(SourceSpan span, string path, long size, long limit) =>
        Error("BB9422", span, string.Create(CultureInfo.InvariantCulture, $"the picture '{path}' has {size:N0} bytes; {limit:N0} is the most"), Raised("file-bytes"));

    /// <summary>An SVG file with more in it than is drawn.</summary>
    public static Diagnostic DrawingTooLarge(SourceSpan span, long limit) =>
        Error("BB9423", span, string.Create(CultureInfo.InvariantCulture, $"the drawing has more than {limit:N0} elements"), "simplify it, or export it as PNG", Raised("drawing-elements"));

    /// <summary>An SVG file with groups in groups without end.</summary>
    public static Diagnostic DrawingTooDeep(SourceSpan span, long limit) =>
        Error("BB9424", span, string.Create(CultureInfo.InvariantCulture, $"the drawing is nested more than {limit} deep"), "take groups apart, or export it as PNG", Raised("drawing-depth"));
}
