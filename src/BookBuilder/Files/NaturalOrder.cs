namespace BookBuilder.Files;

/// <summary>Sorts paths as people count: "2-start" before "10-end". Upper and lower case count alike unless nothing else tells two paths apart.</summary>
public sealed class NaturalOrder : IComparer<string>
{
    /// <summary>The one order.</summary>
    public static NaturalOrder Instance { get; } = new();

    private NaturalOrder() { }

    /// <inheritdoc/>
    public int Compare(string? left, string? right)
    {
        if (left is null || right is null) return string.CompareOrdinal(left, right);
        int i = 0, j = 0;
        while (i < left.Length && j < right.Length)
        {
            int order;
            if (char.IsAsciiDigit(left[i]) && char.IsAsciiDigit(right[j]))
                order = CompareNumbers(Digits(left, ref i), Digits(right, ref j));
            else
                order = Rank(left[i++]).CompareTo(Rank(right[j++]));
            if (order != 0) return order;
        }
        int rest = (left.Length - i).CompareTo(right.Length - j);
        return rest != 0 ? rest : string.CompareOrdinal(left, right);
    }

    // A folder's files stand together: the slash comes before every other character.
    private static int Rank(char character) => character == '/' ? -1 : char.ToLowerInvariant(character);

    private static ReadOnlySpan<char> Digits(string text, ref int at)
    {
        int start = at;
        while (at < text.Length && char.IsAsciiDigit(text[at])) at++;
        return text.AsSpan(start, at - start);
    }

    private static int CompareNumbers(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        left = left.TrimStart('0');
        right = right.TrimStart('0');
        return left.Length != right.Length ? left.Length.CompareTo(right.Length) : left.SequenceCompareTo(right);
    }
}
