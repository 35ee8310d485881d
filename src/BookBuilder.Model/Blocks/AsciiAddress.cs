using System.Globalization;
using System.Text;

namespace BookBuilder.Model.Blocks;

/// <summary>Addresses in the characters that every program takes: what else there is in them is percent-encoded, the name of a host is as IDNA has it.</summary>
public static class AsciiAddress
{
    /// <summary>The address as it was written, where every program takes it so; else in ASCII.</summary>
    /// <remarks>What nobody sees in the name of a host and comes along when an address is copied (signs of direction, a byte order mark) is left out, and large letters
    /// become small ones, as UTS #46, 4 has it. Its other mappings, of ligatures, wide letters and the like, are not made: a host that needs them is none.</remarks>
    /// <param name="target">An address as its author wrote it; white space around it does not count.</param>
    /// <returns>Null when it is no absolute address, or when no host can be called so.</returns>
    public static string? Of(string target)
    {
        target = target.Trim();
        int rest = EndOfHost(target);
        if (!Ascii.IsValid(target.AsSpan(0, rest)))
        {
            if (Host(target[..rest]) is not { } host) return null;
            target = host + target[rest..];
        }
        if (!Uri.TryCreate(target, UriKind.Absolute, out Uri? address)) return null;
        if (Ascii.IsValid(target) && Uri.IsWellFormedUriString(target, UriKind.Absolute) && WithoutBrackets(target) == target) return target;
        // The number of a host stands in brackets, which its name for IDNA lacks.
        if (address.Host.Length == 0 || address.HostNameType is UriHostNameType.IPv6) return WithoutBrackets(address.AbsoluteUri);
        try
        {
            return WithoutBrackets(address.AbsoluteUri.Replace(address.Host, address.IdnHost, StringComparison.OrdinalIgnoreCase));
        }
        catch (UriFormatException)
        {
            return null;
        }
    }

    /// <summary>Whether an address says that a host follows its scheme (RFC 3986, 3): a letter's address may hold another address, and has none.</summary>
    public static bool HasHost(string address) => address.AsSpan(address.IndexOf(':') + 1).StartsWith("//") && address.Contains(':');

    /// <summary>An address up to the end of its host, without what is not seen and in small letters; null when a name holds what none may.</summary>
    private static string? Host(string address)
    {
        var host = new StringBuilder();
        bool isLabelsFirst = true;
        foreach (Rune rune in address.EnumerateRunes())
        {
            Rune small = Rune.ToLowerInvariant(rune);
            if (IsUnseen(small)) continue;
            if (!small.IsAscii && !MayBeInName(small, isLabelsFirst)) return null;
            host.Append(rune.IsAscii ? rune : small);
            isLabelsFirst = small.Value is '.' or '/' or '@' or ':';
        }
        return host.ToString();
    }

    /// <summary>What UTS #46 maps to nothing: signs of format but for the two joiners, which mean something in some scripts, and selectors of looks.</summary>
    private static bool IsUnseen(Rune rune) => rune.Value is 0x34F or (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0100 and <= 0xE01EF)
        || rune.Value is not (0x200C or 0x200D) && Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format;

    /// <summary>Letters, digits, and marks after them (RFC 5892, 2), but for those that only stand for others: ligatures, wide and Roman forms, signs made of letters.</summary>
    private static bool MayBeInName(Rune rune, bool isFirst) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.LowercaseLetter or UnicodeCategory.OtherLetter or UnicodeCategory.ModifierLetter or UnicodeCategory.DecimalDigitNumber => !StandsForOthers(rune.Value),
        UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark => !isFirst,
        UnicodeCategory.Format => !isFirst,
        _ => false,
    };

    // Blocks of compatibility characters, and the parts of Korean syllables.
    private static bool StandsForOthers(int c) => c is (>= 0x1C4 and <= 0x1CC) or (>= 0x1F1 and <= 0x1F3) or (>= 0x1100 and <= 0x11FF) or (>= 0x2070 and <= 0x214F) or (>= 0x3130 and <= 0x318F)
        or (>= 0xA960 and <= 0xA97F) or (>= 0xD7B0 and <= 0xD7FF) or (>= 0xF900 and <= 0xFDFF) or (>= 0xFE70 and <= 0xFFEF) or (>= 0x1D400 and <= 0x1D7FF);

    /// <summary>Brackets stand around the number of a host and nowhere else (RFC 3986, 3.2.2): .NET lets them be in what follows it.</summary>
    private static string WithoutBrackets(string address)
    {
        int rest = EndOfHost(address);
        return address[..rest] + address[rest..].Replace("[", "%5B", StringComparison.Ordinal).Replace("]", "%5D", StringComparison.Ordinal);
    }

    /// <summary>Where what follows the host begins; 0 when there is none.</summary>
    private static int EndOfHost(string address)
    {
        if (!HasHost(address)) return 0;
        int host = address.IndexOf(':') + 3, rest = address.AsSpan(host).IndexOfAny('/', '?', '#');
        return rest < 0 ? address.Length : host + rest;
    }
}
