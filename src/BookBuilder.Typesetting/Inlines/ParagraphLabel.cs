using BookBuilder.Model.Blocks;
using BookBuilder.Model.Units;
using BookBuilder.Typesetting.Typography;

namespace BookBuilder.Typesetting.Inlines;

/// <summary>Generated text before a paragraph's own: a heading's number, "Figure 3.2", a note's number.</summary>
/// <param name="Text">The characters, trailing space or gap included.</param>
/// <param name="Style">Its type; null for the paragraph's.</param>
/// <param name="Owner">The node it belongs to: its frames get <c>FrameSource(Owner, Label)</c>.</param>
/// <param name="Width">When set, the label takes this width (text left-aligned in it), so that text hangs beside it; more only if its text is wider.</param>
internal sealed record ParagraphLabel(string Text, TextStyle? Style, NodeId Owner, Length? Width = null);
