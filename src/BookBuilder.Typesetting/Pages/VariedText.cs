using System.Collections.Immutable;
using BookBuilder.Model.Units;
using BookBuilder.Typesetting.Galleys;

namespace BookBuilder.Typesetting.Pages;

/// <summary>A paragraph of the galley set a line longer or shorter.</summary>
/// <param name="Paragraph">Its number.</param>
/// <param name="First">The box of the galley that it begins with.</param>
/// <param name="Count">How many boxes it has there.</param>
/// <param name="Lines">Its lines instead.</param>
/// <param name="Cost">How much worse they are.</param>
/// <param name="Start">The place of the first of them in the <see cref="VariedText"/>.</param>
internal sealed record Variation(int Paragraph, int First, int Count, ImmutableArray<GalleyBox> Lines, double Cost, int Start)
{
    /// <summary>How many lines more it has; negative for fewer.</summary>
    public int Gain => Lines.Length - Count;
}

/// <summary>The boxes of a galley together with the lines of its paragraphs set otherwise, so that pages can be sought through all of them at once.</summary>
/// <remarks>Places up to <see cref="End"/> are those of the galley; the lines of variations have places of their own behind them.</remarks>
internal sealed class VariedText
{
    private const int LeastLines = 3;
    private readonly List<GalleyBox> _lines = [];
    private readonly List<Variation> _owners = [];
    private readonly Dictionary<int, ImmutableArray<Variation>> _at = [];

    /// <summary>The galley with some of its paragraphs varied.</summary>
    /// <param name="galley">The galley.</param>
    /// <param name="paragraphs">The numbers of the paragraphs that may change.</param>
    /// <param name="known">What is known of how paragraphs can be set otherwise; what is found out is added.</param>
    public VariedText(Galley galley, IReadOnlySet<int> paragraphs, Dictionary<int, ParagraphVariants> known)
    {
        Galley = galley;
        if (paragraphs.Count == 0) return;
        for (int first = 0, count; first < galley.Boxes.Length; first += count)
        {
            int number = galley.Boxes[first].Paragraph;
            count = 1;
            while (number > 0 && first + count < galley.Boxes.Length && galley.Boxes[first + count].Paragraph == number) count++;
            if (count < LeastLines || !paragraphs.Contains(number) || !galley.Variants.TryGetValue(number, out Func<ParagraphVariants>? set)) continue;
            if (!known.TryGetValue(number, out ParagraphVariants? variants)) known[number] = variants = set();
            foreach ((ParagraphVariant? variant, int gain) in (ReadOnlySpan<(ParagraphVariant?, int)>)[(variants.Shorter, -1), (variants.Longer, 1)])
                if (variant is not null && variant.Lines.Length == count + gain)
                    Add(new(number, first, count, galley.Dressed(first, variant.Lines), variant.Cost, End + 1 + _lines.Count));
        }
    }

    /// <summary>The galley.</summary>
    public Galley Galley { get; }

    /// <summary>The most room that a paragraph saves when it is set otherwise.</summary>
    public Length MostSaved { get; private set; }

    /// <summary>The place after the last box.</summary>
    public int End => Galley.Boxes.Length;

    /// <summary>The box at a place.</summary>
    public GalleyBox this[int place] => place < End ? Galley.Boxes[place] : _lines[place - End - 1];

    /// <summary>The ways in which the paragraph that begins at a place can be set otherwise; empty when there are none.</summary>
    public ImmutableArray<Variation> At(int place) => _at.GetValueOrDefault(place, []);

    /// <summary>The variation whose line stands at a place; null for a box of the galley.</summary>
    public Variation? Owner(int place) => place > End ? _owners[place - End - 1] : null;

    /// <summary>The place after a place.</summary>
    public int Next(int place) =>
        Owner(place) is { } owner && place == owner.Start + owner.Lines.Length - 1 ? owner.First + owner.Count : place + 1;

    /// <summary>The box of the galley that stands where a place is: within the same paragraph, and not its first unless the place is its first.</summary>
    public int Nominal(int place) =>
        Owner(place) is { } owner ? owner.First + Math.Min(place - owner.Start, owner.Count - 1) : place;

    /// <summary>A number that grows from place to place, through variations too.</summary>
    public long Rank(int place)
    {
        const int scale = 1 << 20;
        return Owner(place) is { } owner
            ? (long)owner.First * scale + (long)(place - owner.Start) * owner.Count * scale / owner.Lines.Length
            : (long)place * scale;
    }

    private void Add(Variation variation)
    {
        Length usual = Columns.Height(Galley.Boxes[variation.First..(variation.First + variation.Count)]);
        MostSaved = Length.Max(MostSaved, usual - Columns.Height(variation.Lines));
        foreach (GalleyBox line in variation.Lines)
        {
            _lines.Add(line);
            _owners.Add(variation);
        }
        _at[variation.First] = At(variation.First).Add(variation);
    }
}
