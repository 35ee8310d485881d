using System.Text;
using BookBuilder.Fonts.Unicode;

namespace BookBuilder.Typesetting.Inlines;

/// <summary>A stretch that runs its own way whatever stands around it, and is one sign to what stands around it (UAX #9, isolates).</summary>
/// <param name="Start">Its first character.</param>
/// <param name="End">Just after its last.</param>
/// <param name="Initiator">U+2066 left to right, U+2067 right to left, U+2068 as its first strong letter.</param>
internal readonly record struct Isolate(int Start, int End, char Initiator)
{
    public const char ToRight = '\u2066', ToLeft = '\u2067', ByFirstStrong = '\u2068', Ends = '\u2069';
}

/// <summary>Which way a paragraph and its characters run.</summary>
/// <param name="BaseLevel">0 for a paragraph that runs left to right, 1 for one that runs right to left and begins at the right.</param>
/// <param name="Levels">The level of each character; null when all run left to right.</param>
internal sealed record ParagraphDirection(byte BaseLevel, byte[]? Levels)
{
    private const char LineSeparator = '\u2028';

    /// <summary>The level of a character.</summary>
    public byte LevelAt(int at) => Levels is null ? (byte)0 : Levels[at];

    /// <summary>Finds the direction of a paragraph of a language.</summary>
    /// <param name="characters">The characters, a generated label first.</param>
    /// <param name="labelLength">How many of them are the label, which has no say.</param>
    /// <param name="isolates">Stretches with a direction of their own, outer ones before the inner ones that begin at the same place.</param>
    /// <param name="language">The paragraph's language.</param>
    public static ParagraphDirection Of(string characters, int labelLength, List<Isolate> isolates, string language)
    {
        byte own = TextDirection.OfLanguage(language);
        if (own == 0 && !TextDirection.HasRightToLeft(characters)) return new(0, null);
        byte baseLevel = BaseOf(characters.AsSpan(labelLength), own);
        StringBuilder marked = new(characters.Length + 2 * isolates.Count);
        List<int> places = new(characters.Length);
        Stack<Isolate> open = [];
        int next = 0;
        for (int at = 0; at < characters.Length; at++)
        {
            while (open.TryPeek(out Isolate last) && last.End <= at) Close();
            for (; next < isolates.Count && isolates[next].Start <= at; next++)
            {
                if (isolates[next].End <= at) continue;
                marked.Append(isolates[next].Initiator);
                open.Push(isolates[next]);
            }
            places.Add(marked.Length);
            // A forced line end does not end the paragraph.
            marked.Append(characters[at] is ParagraphText.LineEnd ? LineSeparator : characters[at]);
        }
        byte[] levels = TextDirection.Levels(marked.ToString(), baseLevel);
        return new(baseLevel, [.. places.Select(p => levels[p])]);

        void Close()
        {
            open.Pop();
            marked.Append(Isolate.Ends);
        }
    }

    /// <summary>
    /// A paragraph begins at the side its language is written from, unless its first letter and most of its letters are written from the other:
    /// a Hebrew name at the head of an English sentence turns nothing.
    /// </summary>
    private static byte BaseOf(ReadOnlySpan<char> text, byte ofLanguage)
    {
        (int left, int right) = TextDirection.CountStrong(text);
        if (ofLanguage == 1) return (byte)(left > right && TextDirection.FirstStrong(text) == 0 ? 0 : 1);
        return (byte)(right > left && TextDirection.FirstStrong(text) == 1 ? 1 : 0);
    }
}
