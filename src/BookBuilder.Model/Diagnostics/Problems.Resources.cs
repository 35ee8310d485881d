namespace BookBuilder.Model.Diagnostics;

/// <content>Pictures (BB41) and fonts (BB42).</content>
public static partial class Problems
{
    /// <summary>A font file cannot be used.</summary>
    public static Diagnostic UnreadableFont(SourceSpan span, string why) =>
        Error("BB4201", span, $"this font cannot be used: {why}", "give a TrueType or OpenType file (.ttf or .otf)");
}
