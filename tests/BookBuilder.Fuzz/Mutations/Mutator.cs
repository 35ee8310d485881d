using System.Collections.Immutable;
using System.Text;
using BookBuilder.Fuzz.Targets;

namespace BookBuilder.Fuzz.Mutations;

/// <summary>Makes inputs of a target's seeds and tokens, the same one each time for the same chance.</summary>
internal sealed class Mutator(FuzzTarget target)
{
    private readonly ImmutableArray<string> _seeds = target.Seeds;
    private readonly ImmutableArray<string> _tokens = [.. target.Tokens, .. target.IsBinary ? [] : NastyText.Characters];

    /// <summary>An input.</summary>
    public string Next(Random random)
    {
        string input = target.Generate(random) ?? Changed(Cut(_seeds[random.Next(_seeds.Length)], random), random, 1 + Few(random));
        if (input.Length > target.Most) input = input[..target.Most];
        return target.IsBinary ? AsBytes(input) : input;
    }

    /// <summary>A text with some changes.</summary>
    public string Changed(string text, Random random, int changes)
    {
        for (int i = 0; i < changes && text.Length <= target.Most * 2; i++) text = Change(text, random);
        return text;
    }

    /// <summary>Mostly one or two, now and then many.</summary>
    private static int Few(Random random)
    {
        int few = 0;
        while (few < 12 && random.Next(3) > 0) few++;
        return few;
    }

    /// <summary>Some lines of a seed: small inputs are many inputs.</summary>
    private string Cut(string seed, Random random)
    {
        if (!target.MayBeCut || seed.Length < 80 || random.Next(8) == 0) return seed;
        int length = 40 + random.Next(Math.Min(seed.Length, target.Most) - 40), start = random.Next(seed.Length - length + 1);
        if (random.Next(4) > 0)
        {
            int line = seed.LastIndexOf('\n', start);
            start = line < 0 ? 0 : line + 1;
        }
        return seed[start..Math.Min(seed.Length, start + length)];
    }

    private string Change(string text, Random random)
    {
        int at = random.Next(text.Length + 1);
        switch (random.Next(target.IsBinary ? 9 : 14))
        {
            case 0 when text.Length > 0: return Replaced(text, random.Next(text.Length), 1, ((char)(text[Math.Min(at, text.Length - 1)] ^ (1 << random.Next(8)))).ToString());
            case 1: return Replaced(text, at, 0, Token(random));
            case 2: return Replaced(text, at, Math.Min(text.Length - at, random.Next(1, 24)), "");
            case 3: return Replaced(text, at, Math.Min(text.Length - at, random.Next(1, 12)), Token(random));
            case 4: return text[..at];
            case 5: return Spliced(text, at, random);
            case 6: return Doubled(text, at, random);
            case 7: return Replaced(text, at, Math.Min(text.Length - at, random.Next(0, 6)), ExtremeNumber(random));
            case 8: return target.IsBinary ? OtherByte(text, random) : Replaced(text, at, 0, Repeated(Token(random), random));
            case 9: return Lines(text, random);
            case 10: return Replaced(text, at, 0, NastyText.Characters[random.Next(NastyText.Characters.Length)]);
            case 11: return Replaced(text, at, 0, Token(random) + Token(random) + Token(random));
            case 12: return text.Replace("\n", random.Next(2) == 0 ? "\r\n" : "\r", StringComparison.Ordinal);
            default: return Indented(text, random);
        }
    }

    private string Token(Random random) => _tokens.Length == 0 ? ((char)random.Next(256)).ToString() : _tokens[random.Next(_tokens.Length)];

    private string Spliced(string text, int at, Random random)
    {
        string other = _seeds[random.Next(_seeds.Length)];
        int from = random.Next(other.Length + 1), length = Math.Min(other.Length - from, random.Next(1, 200));
        return Replaced(text, at, random.Next(2) == 0 ? 0 : Math.Min(text.Length - at, length), other.Substring(from, length));
    }

    private static string Doubled(string text, int at, Random random)
    {
        int length = Math.Min(text.Length - at, random.Next(1, 120));
        return text.Insert(random.Next(2) == 0 ? at : random.Next(text.Length + 1), text.Substring(at, length));
    }

    /// <summary>Deep nesting and long runs are what recursion and quadratic loops break at.</summary>
    private static string Repeated(string token, Random random)
    {
        int times = random.Next(6) switch { 0 => 1_000, 1 => 300, 2 => 100, _ => random.Next(2, 20) };
        return new StringBuilder().Insert(0, token, Math.Min(times, 1 + 4_000 / Math.Max(1, token.Length))).ToString();
    }

    private static string OtherByte(string text, Random random) =>
        text.Length == 0 ? "\0" : Replaced(text, random.Next(text.Length), 1, ((char)(random.Next(3) switch { 0 => 0xFF, 1 => 0, _ => random.Next(256) })).ToString());

    private string ExtremeNumber(Random random)
    {
        if (!target.IsBinary) return NastyText.Numbers[random.Next(NastyText.Numbers.Length)];
        Span<byte> bytes = stackalloc byte[4];
        System.Buffers.Binary.BinaryPrimitives.WriteUInt32BigEndian(bytes, random.Next(6) switch
        {
            0 => 0, 1 => uint.MaxValue, 2 => int.MaxValue, 3 => 0x8000_0000, 4 => 0xFFFF, _ => (uint)random.Next(0, 70_000),
        });
        return Encoding.Latin1.GetString(random.Next(2) == 0 ? bytes : bytes[2..]);
    }

    private static string Lines(string text, Random random)
    {
        List<string> lines = [.. text.Split('\n')];
        int from = random.Next(lines.Count);
        string line = lines[from];
        if (random.Next(3) > 0) lines.RemoveAt(from);
        lines.Insert(random.Next(lines.Count + 1), line);
        return string.Join('\n', lines);
    }

    private static string Indented(string text, Random random)
    {
        string by = random.Next(4) switch { 0 => "  ", 1 => "    ", 2 => "> ", _ => "\t" };
        string[] lines = text.Split('\n');
        for (int i = random.Next(lines.Length), n = random.Next(1, 6); i < lines.Length && n > 0; i++, n--) lines[i] = by + lines[i];
        return string.Join('\n', lines);
    }

    private static string Replaced(string text, int at, int length, string by) => string.Concat(text.AsSpan(0, at), by, text.AsSpan(at + length));

    private static string AsBytes(string text) => text.All(static c => c <= 0xFF) ? text : string.Concat(text.Select(static c => (char)(c & 0xFF)));
}
