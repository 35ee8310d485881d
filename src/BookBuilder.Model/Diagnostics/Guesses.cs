namespace BookBuilder.Model.Diagnostics;

/// <summary>Says what authors probably meant, as often as that is worth its time: each wrong name is held against every right one, and where hundreds
/// are wrong nobody reads a hint at each.</summary>
public sealed class Guesses
{
    private int _left = 200;

    /// <summary>The candidate nearest to a word; null when none is near, or when it was asked too often.</summary>
    /// <param name="word">The word.</param>
    /// <param name="candidates">Asked for only when they are looked at.</param>
    public string? Nearest(string word, Func<IEnumerable<string>> candidates) => IsWorthIt() ? Spelling.Nearest(word, candidates()) : null;

    /// <summary>Whether one more guess is worth its time; asking uses it up.</summary>
    public bool IsWorthIt() => _left > 0 && _left-- > 0;
}
