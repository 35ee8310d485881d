using System.Diagnostics;
using System.Text;
using BookBuilder.Model.Mathematics;

namespace BookBuilder.Parity.Expected;

/// <summary>The signs of a formula in the order of presentation MathML: base before scripts, the lower before the upper, numerator before denominator.</summary>
internal static class FormulaSymbols
{
    /// <param name="node">The formula.</param>
    /// <param name="radicalSign">What is written for a root, after its degree; empty where its place says it.</param>
    public static string Of(MathNode node, string radicalSign)
    {
        StringBuilder text = new();
        Append(node);
        return text.ToString();

        void Append(MathNode? node)
        {
            switch (node)
            {
                case null or MathSpace: break;
                case MathRow row: foreach (MathNode item in row.Items) Append(item); break;
                case MathIdentifier name: text.Append(name.Text); break;
                case MathNumber number: text.Append(number.Text); break;
                case MathOperator sign: text.Append(sign.Text); break;
                case MathText words: text.Append(words.Text); break;
                case MathScripts scripts: Append(scripts.Base); Append(scripts.Sub); Append(scripts.Super); break;
                case MathFraction fraction: Append(fraction.Numerator); Append(fraction.Denominator); break;
                case MathRoot root when radicalSign.Length == 0: Append(root.Radicand); Append(root.Degree); break;
                case MathRoot root: Append(root.Degree); text.Append(radicalSign); Append(root.Radicand); break;
                case MathAccent accent: Append(accent.Base); text.Append(accent.Accent); break;
                default: throw new UnreachableException($"{node.GetType().Name} is new: say here which signs it has.");
            }
        }
    }
}
