namespace BookBuilder.Files;

/// <summary>One way to end lines, so that every reader counts the lines that the author's editor counts.</summary>
internal static class LineFeeds
{
    /// <summary>The text with a line feed in place of each CR LF and each lone CR. Form feeds and Unicode's separators end no line: for editors they are characters within one.</summary>
    public static string Only(string text) =>
        text.Contains('\r') ? text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n') : text;
}
