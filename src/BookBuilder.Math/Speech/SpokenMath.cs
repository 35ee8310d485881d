using System.Collections.Immutable;
using System.Diagnostics;
using BookBuilder.Mathematics.Tex;
using BookBuilder.Model.Mathematics;

namespace BookBuilder.Mathematics.Speech;

/// <summary>Says a formula in plain English words, for those who hear it.</summary>
/// <remarks>In the manner of ClearSpeak: short things short ("x squared", "1 over 2"), long ones with their end said.</remarks>
internal static class SpokenMath
{
    /// <summary>The words, separated by single spaces.</summary>
    public static string Say(MathNode node) => string.Join(' ', Words(node).Where(w => w.Length > 0));

    private static IEnumerable<string> Words(MathNode node) => node switch
    {
        MathRow n => n.Items.SelectMany(Words),
        MathIdentifier n => [Name(n.Text)],
        MathNumber n => [MathAlphabet.Plain(n.Text)],
        MathOperator n => [SpokenSymbols.Of(n.Text, n.Class)],
        MathText n => [n.Text.Trim()],
        MathSpace => [],
        MathFraction n => Fraction(n),
        MathRoot n => Root(n),
        MathAccent n => [.. Words(n.Base), SpokenSymbols.OfAccent(n.Accent)],
        MathScripts n => Scripts(n),
        _ => throw new UnreachableException($"{node.GetType().Name} is new: say here how it is spoken."),
    };

    private static string Name(string text) => SpokenSymbols.OfLetter(text) ?? MathAlphabet.Plain(text);

    private static IEnumerable<string> Fraction(MathFraction n) => IsShort(n.Numerator) && IsShort(n.Denominator)
        ? [.. Words(n.Numerator), "over", .. Words(n.Denominator)]
        : ["the fraction", .. Words(n.Numerator), "over", .. Words(n.Denominator), "end fraction"];

    private static IEnumerable<string> Root(MathRoot n)
    {
        ImmutableArray<string> name = n.Degree switch
        {
            null => ["the square root of"],
            MathNumber { Text: "3" } => ["the cube root of"],
            { } degree => ["the root of degree", .. Words(degree), "of"],
        };
        return [.. name, .. Words(n.Radicand), IsShort(n.Radicand) ? "" : "end root"];
    }

    private static IEnumerable<string> Scripts(MathScripts n)
    {
        if (n.Base is MathOperator { Class: MathClass.Large } || n.Limits) return Limits(n);
        List<string> words = [.. Words(n.Base)];
        if (n.Sub is { } sub) words.AddRange(["sub", .. Words(sub), IsShort(sub) ? "" : "end sub"]);
        words.AddRange(n.Super switch
        {
            null => [],
            MathOperator { Text: ['′', ..] } o => o.Text.Length switch { 1 => ["prime"], 2 => ["double prime"], _ => ["triple prime"] },
            MathNumber { Text: "2" } => ["squared"],
            MathNumber { Text: "3" } => ["cubed"],
            { } super when IsShort(super) => ["to the power", .. Words(super)],
            { } super => ["to the power", .. Words(super), "end power"],
        });
        return words;
    }

    private static IEnumerable<string> Limits(MathScripts n)
    {
        bool isLimit = n.Base is MathIdentifier { Text: "lim" };
        List<string> words = ["the", .. Words(n.Base)];
        if (n.Sub is { } sub) words.AddRange([isLimit ? "as" : n.Super is null ? "over" : "from", .. Words(sub)]);
        if (n.Super is { } super) words.AddRange(["to", .. Words(super)]);
        words.Add("of");
        return words;
    }

    /// <summary>Whether its end need not be said.</summary>
    private static bool IsShort(MathNode node) => node switch
    {
        MathIdentifier or MathNumber or MathText => true,
        MathScripts { Base: MathIdentifier or MathNumber } s => (s.Sub is null || IsShort(s.Sub)) && s.Super is null,
        MathRow { Items: [MathOperator, var only] } => IsShort(only),
        MathRow { Items.Length: 0 } => true,
        _ => false,
    };
}
