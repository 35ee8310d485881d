using System.Collections.Immutable;

namespace BookBuilder.Model.Mathematics;

/// <summary>A formula: its tree and its source.</summary>
/// <param name="Tex">As the author wrote it, without the dollars.</param>
/// <param name="Root">What it means.</param>
/// <param name="Spoken">Words for those who hear it: "y equals m x plus b".</param>
public sealed record MathExpression(string Tex, MathNode Root, string Spoken);

/// <summary>A part of a formula. A closed set after MathML Core's token and layout elements.</summary>
public abstract record MathNode
{
    private protected MathNode() { }
}

/// <summary>Parts side by side (mrow).</summary>
public sealed record MathRow(ImmutableArray<MathNode> Items) : MathNode;

/// <summary>A name (mi). One letter is italic unless <paramref name="Upright"/>; longer names ("sin") are upright.</summary>
public sealed record MathIdentifier(string Text, bool Upright = false) : MathNode;

/// <summary>A number (mn).</summary>
public sealed record MathNumber(string Text) : MathNode;

/// <summary>The spacing class of an operator, as TeX has it.</summary>
public enum MathClass
{
    /// <summary>No space.</summary>
    Ordinary,
    /// <summary>Plus, minus, times: medium space on both sides, none when unary.</summary>
    Binary,
    /// <summary>Equals, less: thick space on both sides.</summary>
    Relation,
    /// <summary>An opening fence.</summary>
    Open,
    /// <summary>A closing fence.</summary>
    Close,
    /// <summary>Comma: thin space after.</summary>
    Punctuation,
    /// <summary>Sum, integral: larger in display, limits above and below.</summary>
    Large,
}

/// <summary>An operator, fence or separator (mo).</summary>
/// <param name="Text">One character or more.</param>
/// <param name="Class">Its spacing.</param>
/// <param name="Stretchy">Whether it grows with what it encloses (<c>\left( … \right)</c>).</param>
public sealed record MathOperator(string Text, MathClass Class, bool Stretchy = false) : MathNode;

/// <summary>Words within a formula (mtext).</summary>
public sealed record MathText(string Text) : MathNode;

/// <summary>A gap (mspace), in em of the current size.</summary>
public sealed record MathSpace(double Em) : MathNode;

/// <summary>Sub- and superscript (msub, msup, msubsup); at least one is not null. <paramref name="Limits"/>: above and below (munderover).</summary>
public sealed record MathScripts(MathNode Base, MathNode? Sub, MathNode? Super, bool Limits = false) : MathNode;

/// <summary>A fraction (mfrac).</summary>
public sealed record MathFraction(MathNode Numerator, MathNode Denominator) : MathNode;

/// <summary>A root (msqrt, mroot); <paramref name="Degree"/> is null for the square root.</summary>
public sealed record MathRoot(MathNode Radicand, MathNode? Degree) : MathNode;

/// <summary>Something above a base: bar, hat, vector, tilde, dot (mover accent).</summary>
public sealed record MathAccent(MathNode Base, string Accent) : MathNode;
