using System.Diagnostics;
using System.Globalization;
using BookBuilder.Epub.Container;
using BookBuilder.Model.Blocks;
using BookBuilder.Model.Mathematics;

namespace BookBuilder.Epub.Content;

/// <summary>Writes formulas as presentation MathML (MathML Core), with a reading in words for those who hear them.</summary>
internal static class MathWriter
{
    public static void WriteInline(Page page, MathInline math) => WriteMath(page, math.Math, page.Of(math), isDisplayed: null);

    public static void WriteBlock(Page page, MathBlock block)
    {
        page.Out.Open("div", page.Of(block, "equation"));
        page.Breaks(block);
        WriteMath(page, block.Math, [], isDisplayed: "block");
        if (page.Book.LabelOf(block) is { } label)
        {
            page.Out.Text(" ");
            page.Out.Element("span", $"({label.Number})", ("class", "equation-number"));
        }
        page.Out.CloseLine();
    }

    private static void WriteMath(Page page, MathExpression math, (string, string?)[] attributes, string? isDisplayed)
    {
        page.Count(new() { Formulas = 1, FormulasWithoutWords = math.Spoken.Length == 0 ? 1 : 0 });
        page.Out.OpenIn(Markup.MathMl, "math", [.. attributes, ("display", isDisplayed), ("alttext", math.Spoken.Length == 0 ? math.Tex : math.Spoken)]);
        Write(page.Out, math.Root);
        page.Out.Close();
    }

    private static void Write(Markup xml, MathNode node)
    {
        switch (node)
        {
            case MathRow row: Element(xml, "mrow", [.. row.Items]); break;
            case MathIdentifier name: xml.Element("mi", name.Text, ("mathvariant", name.Upright && IsOneLetter(name.Text) ? "normal" : null)); break;
            case MathNumber number: xml.Element("mn", number.Text); break;
            case MathOperator op: WriteOperator(xml, op, movesLimits: null); break;
            // MathML drops the blanks at the ends of a text; TeX's author meant them.
            case MathText text: xml.Element("mtext", Kept(text.Text)); break;
            case MathSpace space: xml.Void("mspace", ("width", space.Em.ToString("0.####", CultureInfo.InvariantCulture) + "em")); break;
            case MathScripts scripts: WriteScripts(xml, scripts); break;
            case MathFraction fraction: Element(xml, "mfrac", fraction.Numerator, fraction.Denominator); break;
            case MathRoot { Degree: { } degree } root: Element(xml, "mroot", root.Radicand, degree); break;
            case MathRoot root: Element(xml, "msqrt", root.Radicand); break;
            case MathAccent accent:
                xml.Open("mover", ("accent", "true"));
                Write(xml, accent.Base);
                xml.Element("mo", accent.Accent);
                xml.Close();
                break;
            default: throw new UnreachableException($"{node.GetType().Name} is new: say here what it becomes.");
        }
    }

    private static void WriteScripts(Markup xml, MathScripts scripts)
    {
        (string element, MathNode[] parts) = (scripts.Sub, scripts.Super, scripts.Limits) switch
        {
            ({ } sub, { } super, false) => ("msubsup", (MathNode[])[sub, super]),
            ({ } sub, { } super, true) => ("munderover", [sub, super]),
            ({ } sub, null, false) => ("msub", [sub]),
            ({ } sub, null, true) => ("munder", [sub]),
            (null, { } super, false) => ("msup", [super]),
            (null, { } super, true) => ("mover", [super]),
            _ => throw new ArgumentException("Scripts without a script."),
        };
        xml.Open(element);
        // Readers move the limits of a sum to its side within a line, unless told that they stand where they stand.
        if (scripts is { Limits: true, Base: MathOperator op })
            WriteOperator(xml, op, movesLimits: "false");
        else
            Write(xml, scripts.Base);
        foreach (MathNode part in parts)
            Write(xml, part);
        xml.Close();
    }

    /// <summary>The operator with what the reader's own dictionary might get wrong: its place about the operand, its growth, its space.</summary>
    private static void WriteOperator(Markup xml, MathOperator op, string? movesLimits)
    {
        bool isFence = op.Class is MathClass.Open or MathClass.Close;
        string? form = op.Class switch { MathClass.Open => "prefix", MathClass.Close => "postfix", _ => null };
        string? space = op.Class == MathClass.Ordinary ? "0" : null;
        string? stretchy = op.Stretchy ? "true" : isFence ? "false" : null;
        xml.Element("mo", op.Text, ("form", form), ("stretchy", stretchy), ("lspace", space), ("rspace", space), ("movablelimits", movesLimits));
    }

    private static void Element(Markup xml, string name, params ReadOnlySpan<MathNode> parts)
    {
        xml.Open(name);
        foreach (MathNode part in parts)
            Write(xml, part);
        xml.Close();
    }

    private static bool IsOneLetter(string text) => text.EnumerateRunes().Take(2).Count() == 1;

    private static string Kept(string text)
    {
        string trimmed = text.Trim(' ');
        if (trimmed.Length == 0)
            return new string('\u00a0', text.Length);
        int before = text.Length - text.TrimStart(' ').Length, after = text.Length - text.TrimEnd(' ').Length;
        return new string('\u00a0', before) + trimmed + new string('\u00a0', after);
    }
}
