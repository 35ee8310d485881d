using System.Diagnostics;
using System.Globalization;
using BookBuilder.Model.Mathematics;

namespace BookBuilder.Tests.Mathematics;

/// <summary>Writes the tree of a formula on one line: <c>x^{2}</c> as <c>sup(x 2)</c>; upright names in quotes, operators by themselves.</summary>
internal static class MathShow
{
    public static string Of(MathNode node) => node switch
    {
        MathRow n => $"[{string.Join(' ', n.Items.Select(Of))}]",
        MathIdentifier n => n.Upright ? $"'{n.Text}'" : n.Text,
        MathNumber n => n.Text,
        MathOperator n => n.Text + (n.Stretchy ? "!" : ""),
        MathText n => $"text({n.Text})",
        MathSpace n => string.Create(CultureInfo.InvariantCulture, $"space({n.Em:0.###})"),
        MathFraction n => $"frac({Of(n.Numerator)} {Of(n.Denominator)})",
        MathRoot n => $"root({Of(n.Radicand)}{(n.Degree is null ? "" : " " + Of(n.Degree))})",
        MathAccent n => $"accent({Of(n.Base)} {n.Accent})",
        MathScripts n => $"{(n.Limits ? "limits" : "")}{(n.Sub is null ? "" : "sub")}{(n.Super is null ? "" : "sup")}({string.Join(' ', new[] { n.Base, n.Sub, n.Super }.OfType<MathNode>().Select(Of))})",
        _ => throw new UnreachableException(node.GetType().Name),
    };
}
