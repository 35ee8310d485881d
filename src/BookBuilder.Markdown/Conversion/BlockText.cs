using Markdig.Syntax;

namespace BookBuilder.Markdown.Conversion;

/// <summary>The lines of a block that is not running text.</summary>
internal static class BlockText
{
    /// <summary>Its lines, without the indent of the block, separated by U+000A.</summary>
    public static string Of(LeafBlock block) =>
        block.Lines.Lines is null ? "" : string.Join('\n', block.Lines.Lines.Take(block.Lines.Count).Select(line => line.Slice.ToString()));
}
