using BookBuilder.Model.Blocks;
using BookBuilder.Typesetting.Frames;
using BookBuilder.Typesetting.Typography;

namespace BookBuilder.Typesetting.Inlines;

/// <summary>A stretch of a paragraph's characters with one type and one leaf.</summary>
/// <param name="Start">Its first character, in the paragraph's characters.</param>
/// <param name="End">Just after its last.</param>
/// <param name="Style">Its type.</param>
/// <param name="Source">The leaf, and the offset of the first character in the leaf's text.</param>
/// <param name="Leaf">The node to speak of when something is wrong here; null for a generated label.</param>
internal readonly record struct TextSpan(int Start, int End, RunStyle Style, FrameSource Source, Node? Leaf);

/// <summary>What a stretch of a line is decorated with.</summary>
internal enum DecorationKind
{
    /// <summary>A place to click.</summary>
    Link,
    /// <summary>A line below.</summary>
    Underline,
    /// <summary>A line through.</summary>
    Strikeout,
    /// <summary>A colour behind.</summary>
    Highlight,
    /// <summary>A box around.</summary>
    Key,
}

/// <summary>A decoration of a paragraph's characters.</summary>
/// <param name="Start">The first character.</param>
/// <param name="End">Just after the last.</param>
/// <param name="Kind">Which.</param>
/// <param name="Node">The node it shows.</param>
/// <param name="Style">The type it decorates.</param>
/// <param name="Target">Where a link leads; null for all else.</param>
internal readonly record struct Decoration(int Start, int End, DecorationKind Kind, NodeId Node, RunStyle Style, LinkTarget? Target);

/// <summary>A paragraph as one row of characters. Soft hyphens and zero-width spaces are taken out and remembered as places.</summary>
internal sealed class ParagraphText
{
    /// <summary>Stands for a box (a formula, a picture, a gap) among the characters.</summary>
    public const char Object = '\uFFFC';
    /// <summary>Stands for a forced line end.</summary>
    public const char LineEnd = '\n';

    /// <summary>The characters.</summary>
    public required string Characters { get; init; }
    /// <summary>The stretches, in order, covering all characters.</summary>
    public required List<TextSpan> Spans { get; init; }
    /// <summary>The boxes, by the character that stands for them; null for none.</summary>
    public required Dictionary<int, ComposedBox>? Boxes { private get; init; }
    /// <summary>The decorations, in order of their beginnings.</summary>
    public required List<Decoration> Decorations { get; init; }
    /// <summary>Note marks, with the character they begin at.</summary>
    public required List<(int At, NoteMark Mark)> Marks { get; init; }
    /// <summary>Nodes that may be led to, with the character they begin at.</summary>
    public required List<(int At, NodeId Node)> Anchors { get; init; }
    /// <summary>The characters before which the author allows a hyphen (U+00AD); null for none.</summary>
    public required HashSet<int>? SoftHyphens { private get; init; }
    /// <summary>The characters before which the author allows a line end (U+200B); null for none.</summary>
    public required HashSet<int>? SoftBreaks { private get; init; }
    /// <summary>Which way it runs.</summary>
    public required ParagraphDirection Direction { get; init; }
    /// <summary>How many of the characters are the generated label.</summary>
    public required int LabelLength { get; init; }

    /// <summary>The box that a character stands for; null for any other character.</summary>
    public ComposedBox? BoxAt(int at) => Boxes?.GetValueOrDefault(at);

    /// <summary>Whether the author allows a hyphen before a character.</summary>
    public bool HasSoftHyphen(int at) => SoftHyphens?.Contains(at) == true;

    /// <summary>Whether the author allows a line end before a character.</summary>
    public bool HasSoftBreak(int at) => SoftBreaks?.Contains(at) == true;
}
