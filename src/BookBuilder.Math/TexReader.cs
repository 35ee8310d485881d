using BookBuilder.Model.Diagnostics;
using BookBuilder.Model.Mathematics;

namespace BookBuilder.Mathematics;

/// <summary>Reads TeX math into the model of formulas.</summary>
public static class TexReader
{
    /// <summary>Reads one formula. What cannot be read is kept as text and reported.</summary>
    /// <param name="tex">The formula without its dollars.</param>
    /// <param name="span">Where it stands in the book.</param>
    public static Reported<MathExpression> Read(string tex, SourceSpan span) =>
        new(new MathExpression(tex, new MathText(tex), tex), []);
}
