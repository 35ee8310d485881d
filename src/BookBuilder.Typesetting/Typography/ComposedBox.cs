using System.Collections.Immutable;
using BookBuilder.Model.Units;
using BookBuilder.Typesetting.Frames;

namespace BookBuilder.Typesetting.Typography;

/// <summary>A formula or other composed box, relative to its baseline's left end (y = 0 is the baseline, DOWN positive).</summary>
/// <param name="Width">How far it moves the pen on.</param>
/// <param name="Ascent">How far it reaches above the baseline.</param>
/// <param name="Descent">How far it reaches below.</param>
/// <param name="Items">Its frames.</param>
internal sealed record ComposedBox(Length Width, Length Ascent, Length Descent, ImmutableArray<FrameItem> Items);
