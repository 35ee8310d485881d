using System.Collections.Immutable;
using BookBuilder.Model.Blocks;

namespace BookBuilder.Model.Resolution;

/// <summary>A word for one thing and for several.</summary>
/// <param name="One">"Theorem".</param>
/// <param name="Many">"Theorems".</param>
public sealed record CountedWord(string One, string Many)
{
    /// <summary>The words for the kinds of statement, in the order of <see cref="StatementKind"/>: one and many alternate.</summary>
    internal static ImmutableDictionary<StatementKind, CountedWord> Statements(params ReadOnlySpan<string> words)
    {
        var made = ImmutableDictionary.CreateBuilder<StatementKind, CountedWord>();
        for (int i = 0; i + 1 < words.Length; i += 2) made.Add((StatementKind)(i / 2), new CountedWord(words[i], words[i + 1]));
        return made.ToImmutable();
    }
}
