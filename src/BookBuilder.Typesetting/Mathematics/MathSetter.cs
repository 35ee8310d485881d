using System.Collections.Immutable;
using System.Diagnostics;
using BookBuilder.Model.Blocks;
using BookBuilder.Model.Mathematics;
using BookBuilder.Model.Units;
using BookBuilder.Typesetting.Frames;
using BookBuilder.Typesetting.Typography;

namespace BookBuilder.Typesetting.Mathematics;

/// <summary>Sets the parts of one formula.</summary>
/// <remarks>The rules are those of "The TeXbook", appendix G, with the measures of OpenType's MATH table.</remarks>
internal sealed class MathSetter(InlineContext context, TextStyle style, NodeId owner)
{
    private readonly MathGlyphs _glyphs = new(context, style, owner);

    private MathMeasures Measures => _glyphs.Measures;

    /// <summary>Sets a part.</summary>
    public MathBox Set(MathNode node, MathStyle at) => node switch
    {
        MathRow row => Row(row, at),
        MathIdentifier name => Name(name, at),
        MathNumber number => _glyphs.Set(number.Text, number.Text, at.Size(Measures)) with { Lean = Length.Zero },
        MathOperator sign => Sign(sign, at),
        MathText words => _glyphs.SetWords(words.Text, at.Size(Measures)) with { Lean = Length.Zero },
        MathSpace space => MathBox.Empty with { Width = at.Size(Measures) * space.Em, IsSpace = true },
        MathScripts scripts => Scripts(scripts, at),
        MathFraction fraction => Fraction(fraction, at),
        MathRoot root => Root(root, at),
        MathAccent accent => Accent(accent, at),
        _ => throw new UnreachableException($"{node.GetType().Name} is new: say here how it is set."),
    };

    private MathBox Name(MathIdentifier name, MathStyle at)
    {
        bool isFunction = name.Text.Length > 1 && !char.IsSurrogate(name.Text[0]);
        string shown = name.Upright || isFunction ? name.Text : MathAlphabet.Italic(name.Text);
        MathBox box = _glyphs.Set(shown, name.Text, at.Size(Measures));
        return isFunction ? box with { Kind = AtomKind.Operator, Lean = Length.Zero } : box;
    }

    private MathBox Sign(MathOperator sign, MathStyle at)
    {
        Length size = at.Size(Measures);
        string shown = MathAlphabet.Operator(sign.Text);
        MathBox box = _glyphs.Set(shown, shown, size) with { Kind = MathSpacing.KindOf(sign.Class), Lean = Length.Zero };
        if (sign.Class != MathClass.Large) return box;
        double wanted = at.IsDisplay ? (size * Measures.DisplayOperatorHeight) / Length.Max(box.Ascent + box.Descent, size * 0.1) : 1;
        if (wanted > 1) box = _glyphs.Set(shown, shown, size * wanted) with { Kind = AtomKind.Operator };
        // Large operators stand in the middle of the line of the plus.
        return Centered(box with { IsLetter = false, Lean = Length.Zero }, size * Measures.Axis);
    }

    private MathBox Row(MathRow row, MathStyle at)
    {
        if (row.Items is [MathNode only] && only is not MathOperator { Stretchy: true }) return Set(only, at);
        MathBox[] boxes = new MathBox[row.Items.Length];
        bool fenced = false;
        Length reach = Length.Zero, axis = at.Size(Measures) * Measures.Axis;
        for (int i = 0; i < boxes.Length; i++)
        {
            if (row.Items[i] is MathOperator { Stretchy: true })
            {
                fenced = true;
                continue;
            }
            boxes[i] = Set(row.Items[i], at);
            if (!boxes[i].Items.IsEmpty) reach = Length.Max(reach, Length.Max(boxes[i].Ascent - axis, boxes[i].Descent + axis));
        }
        for (int i = 0; i < boxes.Length; i++)
            if (row.Items[i] is MathOperator { Stretchy: true } fence)
                boxes[i] = Fence(fence, reach, at);
        return SideBySide(boxes, at) with { Kind = fenced ? AtomKind.Inner : AtomKind.Ordinary };
    }

    private MathBox SideBySide(ReadOnlySpan<MathBox> boxes, MathStyle at)
    {
        AtomKind[] kinds = Kinds(boxes);
        Length size = at.Size(Measures), pen = Length.Zero, ascent = Length.Zero, descent = Length.Zero, lean = Length.Zero;
        ImmutableArray<FrameItem>.Builder items = ImmutableArray.CreateBuilder<FrameItem>();
        AtomKind? before = null;
        for (int i = 0; i < boxes.Length; i++)
        {
            MathBox box = boxes[i];
            if (!box.IsSpace)
            {
                pen += lean;
                if (before is { } left) pen += size * MathSpacing.Between(left, kinds[i], at.Level > 0);
                before = kinds[i];
                lean = box.Lean;
            }
            items.AddRange(box.At(pen, Length.Zero));
            pen += box.Width;
            ascent = Length.Max(ascent, box.Ascent);
            descent = Length.Max(descent, box.Descent);
        }
        return new MathBox { Width = pen, Ascent = ascent, Descent = descent, Lean = lean, Items = items.ToImmutable() };
    }

    private static AtomKind[] Kinds(ReadOnlySpan<MathBox> boxes)
    {
        AtomKind[] kinds = new AtomKind[boxes.Length];
        int before = -1;
        for (int i = 0; i < boxes.Length; i++)
        {
            if (boxes[i].IsSpace) continue;
            kinds[i] = boxes[i].Kind;
            AtomKind? left = before < 0 ? null : kinds[before];
            if (kinds[i] == AtomKind.Binary && MathSpacing.IsSignAfter(left)) kinds[i] = AtomKind.Ordinary;
            if (left == AtomKind.Binary && MathSpacing.IsSignBefore(kinds[i])) kinds[before] = AtomKind.Ordinary;
            before = i;
        }
        if (before >= 0 && kinds[before] == AtomKind.Binary) kinds[before] = AtomKind.Ordinary;
        return kinds;
    }

    /// <summary>A fence that reaches nearly as far from the axis as what it encloses.</summary>
    private MathBox Fence(MathOperator fence, Length reach, MathStyle at)
    {
        Length size = at.Size(Measures);
        AtomKind kind = MathSpacing.KindOf(fence.Class);
        if (fence.Text.Length == 0 || fence.Text == ".") return MathBox.Empty with { Kind = kind };
        MathBox usual = _glyphs.Set(fence.Text, fence.Text, size);
        Length height = usual.Ascent + usual.Descent;
        // TeX lets a tenth of the height, or 5 pt, stick out.
        Length wanted = Length.Max(reach * 1.8, reach * 2 - 5.Pt);
        double growth = height > Length.Zero ? Math.Max(1, wanted / height) : 1;
        if (growth < 1.02) return usual with { Kind = kind, Lean = Length.Zero };
        // Taller, but only half as much wider: a fence is no bold letter.
        double widening = (1 + growth) / (2 * growth);
        MathBox grown = _glyphs.Set(fence.Text, fence.Text, size * growth, widening);
        return Centered(grown with { Kind = kind, Lean = Length.Zero }, size * Measures.Axis);
    }

    private static MathBox Centered(MathBox box, Length axis)
    {
        Length down = (box.Ascent - box.Descent) / 2 - axis;
        return box with { Ascent = box.Ascent - down, Descent = box.Descent + down, Items = [.. box.At(Length.Zero, down)] };
    }

    private MathBox Scripts(MathScripts scripts, MathStyle at)
    {
        MathBox nucleus = Set(scripts.Base, at);
        bool isOperator = nucleus.Kind == AtomKind.Operator;
        return scripts.Limits && (at.IsDisplay || !isOperator)
            ? MathStacks.Limits(nucleus, Part(scripts.Super, at.OfScript(false)), Part(scripts.Sub, at.OfScript(true)), at, Measures)
            : MathStacks.Scripts(nucleus, Part(scripts.Super, at.OfScript(false)), Part(scripts.Sub, at.OfScript(true)), at, Measures);
    }

    private MathBox? Part(MathNode? node, MathStyle at) => node is null ? null : Set(node, at);

    private MathBox Fraction(MathFraction fraction, MathStyle at) =>
        MathStacks.Fraction(Set(fraction.Numerator, at.OfFraction(false)), Set(fraction.Denominator, at.OfFraction(true)), at, Measures, _glyphs);

    private MathBox Root(MathRoot root, MathStyle at) =>
        MathStacks.Root(Set(root.Radicand, at.Cramped), Part(root.Degree, at with { Level = 2, IsDisplay = false }), at, Measures, _glyphs);

    private MathBox Accent(MathAccent accent, MathStyle at) => MathStacks.Accent(Set(accent.Base, at.Cramped), accent.Accent, at, Measures, _glyphs);
}
