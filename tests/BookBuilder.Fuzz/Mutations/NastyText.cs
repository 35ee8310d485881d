using System.Collections.Immutable;

namespace BookBuilder.Fuzz.Mutations;

/// <summary>Characters and numbers that programs stumble over.</summary>
internal static class NastyText
{
    /// <summary>Controls, halves of pairs, marks without a base, signs of direction, joiners, noncharacters, pictures of several code points.</summary>
    public static ImmutableArray<string> Characters { get; } =
    [
        "\0", "\u0001", "\b", "\t", "\v", "\f", "\r", "\u001b", "\u007f", "\u0085", "\u00a0", "\u00ad", "\u0301", "\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301",
        "\u034f", "\u061c", "\u200b", "\u200c", "\u200d", "\u200e", "\u200f", "\u2028", "\u2029", "\u202a", "\u202b", "\u202c", "\u202d", "\u202e", "\u2060", "\u2066", "\u2067", "\u2068", "\u2069",
        "\ud800", "\udc00", "\udbff\udfff", "\ufdd0", "\ufe0f", "\ufeff", "\ufffc", "\ufffd", "\ufffe", "\uffff", "\u3000", "\u30fc", "\uff5e",
        "\ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67", "\ud83c\uddf3\ud83c\uddf4", "\ud83d\udc4d\ud83c\udffd", "\ud835\udd38", "\udb40\udc41",
        "\u05d0\u05d1", "\u0627\u0644\u0639", "\u0915\u094d\u0937\u093f", "\u4e2d\u6587", "\u1112\u1161\u11ab", "\ufb01", "\u1e9e", "\u0130", "\u0131", "\u01c4", "\u0345", "\u2126", "\u212a",
        "Zalgo\u0315\u0300\u0350\u0489",
    ];

    /// <summary>Numbers at the ends of ranges, and things that are nearly numbers.</summary>
    public static ImmutableArray<string> Numbers { get; } =
    [
        "0", "-0", "-1", "1", "7", "127", "255", "256", "32768", "65535", "65536", "2147483647", "2147483648", "-2147483649", "4294967296", "9223372036854775807", "9223372036854775808",
        "99999999999999999999999", "1e308", "1e309", "-1e309", "1e-400", "0.1e1", ".", "-", "+", "0x7fffffff", "1_000", "NaN", "Infinity", "-Infinity", "1e", "0.00000001", "100%", "12.5%", "-5mm", "1e9pt", "1e5em",
    ];
}
