using BookBuilder.Model.Mathematics;

namespace BookBuilder.Typesetting.Mathematics;

/// <summary>The kinds of atom TeX spaces by.</summary>
internal enum AtomKind
{
    /// <summary>A letter, a number.</summary>
    Ordinary,
    /// <summary>A sum, a function's name.</summary>
    Operator,
    /// <summary>Plus.</summary>
    Binary,
    /// <summary>Equals.</summary>
    Relation,
    /// <summary>An opening fence.</summary>
    Opening,
    /// <summary>A closing fence.</summary>
    Closing,
    /// <summary>A comma.</summary>
    Punctuation,
    /// <summary>A fraction, something in fences that grow.</summary>
    Inner,
}

/// <summary>The space between two parts of a formula.</summary>
/// <remarks>D. E. Knuth, "The TeXbook", chapter 18 and appendix G, rules 5, 6 and 20.</remarks>
internal static class MathSpacing
{
    private const double Thin = 3 / 18.0, Medium = 4 / 18.0, Thick = 5 / 18.0;

    /// <summary>One row for each left kind, one sign for each right kind: 0 none, 1 thin, 2 thin but not in scripts, 3 medium and 4 thick but not in scripts.</summary>
    private static readonly string[] Table =
    [
        "01340002", // Ordinary
        "11040002", // Operator
        "33003003", // Binary
        "44004004", // Relation
        "00000000", // Opening
        "01340002", // Closing
        "22022222", // Punctuation
        "21342022", // Inner
    ];

    /// <summary>The kind of an operator's class.</summary>
    public static AtomKind KindOf(MathClass value) => value switch
    {
        MathClass.Ordinary => AtomKind.Ordinary,
        MathClass.Binary => AtomKind.Binary,
        MathClass.Relation => AtomKind.Relation,
        MathClass.Open => AtomKind.Opening,
        MathClass.Close => AtomKind.Closing,
        MathClass.Punctuation => AtomKind.Punctuation,
        MathClass.Large => AtomKind.Operator,
        _ => throw new System.Diagnostics.UnreachableException($"{value} is new: say here how it is spaced."),
    };

    /// <summary>The space between two atoms, in em.</summary>
    public static double Between(AtomKind left, AtomKind right, bool inScript) => Table[(int)left][(int)right] switch
    {
        '1' => Thin,
        '2' => inScript ? 0 : Thin,
        '3' => inScript ? 0 : Medium,
        '4' => inScript ? 0 : Thick,
        _ => 0,
    };

    /// <summary>Whether a plus or minus has nothing to its left to be added to, so that it is a sign.</summary>
    public static bool IsSignAfter(AtomKind? left) =>
        left is null or AtomKind.Binary or AtomKind.Operator or AtomKind.Relation or AtomKind.Opening or AtomKind.Punctuation;

    /// <summary>Whether a binary operator has nothing to its right to add.</summary>
    public static bool IsSignBefore(AtomKind? right) => right is null or AtomKind.Relation or AtomKind.Closing or AtomKind.Punctuation;
}
