using BookBuilder.Mathematics.Speech;
using BookBuilder.Mathematics.Tex;
using BookBuilder.Model.Diagnostics;
using BookBuilder.Model.Mathematics;

namespace BookBuilder.Mathematics;

/// <summary>Reads TeX math into the model of formulas.</summary>
public static class TexReader
{
    /// <summary>Reads one formula. What cannot be read is kept as text and reported.</summary>
    /// <param name="tex">The formula without its dollars.</param>
    /// <param name="span">Where it stands in the book.</param>
    public static Reported<MathExpression> Read(string tex, SourceSpan span)
    {
        var parser = new TexParser(tex, span);
        MathNode root = parser.Read();
        return new(new MathExpression(tex, root, SpokenMath.Say(root)), parser.Said);
    }
}
