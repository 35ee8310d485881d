using BookBuilder.Model.Blocks;
using BookBuilder.Model.Mathematics;
using BookBuilder.Typesetting.Typography;

namespace BookBuilder.Typesetting.Mathematics;

/// <summary>Sets formulas.</summary>
internal static class MathComposer
{
    /// <summary>Sets a formula; its frames carry <paramref name="owner"/>.</summary>
    /// <param name="context">The book around it.</param>
    /// <param name="math">The formula.</param>
    /// <param name="style">The type around it.</param>
    /// <param name="isDisplay">Whether it stands on a line of its own.</param>
    /// <param name="owner">The math node.</param>
    public static ComposedBox Compose(InlineContext context, MathExpression math, TextStyle style, bool isDisplay, NodeId owner)
    {
        MathSetter setter = new(context, style, owner);
        MathBox box = setter.Set(math.Root, new MathStyle(style.Size, 0, isDisplay, IsCramped: false));
        return new ComposedBox(box.Width + box.Lean, box.Ascent, box.Descent, box.Items);
    }
}
