using System.Text;

namespace BookBuilder.Model.Blocks;

/// <summary>Addresses in the characters that every program takes: what else there is in them is percent-encoded, the name of a host is as IDNA has it.</summary>
public static class AsciiAddress
{
    /// <summary>The address as it was written, where every program takes it so; else in ASCII.</summary>
    /// <remarks>Signs of direction in the name of a host, which come along unseen when an address is copied, are left out: no host has them (RFC 5893). A name
    /// that IDNA refuses all the same is percent-encoded: it leads nowhere, but it is an address (RFC 3986, 3.2.2).</remarks>
    /// <param name="target">An address as its author wrote it; white space around it does not count.</param>
    /// <returns>Null when it is no absolute address.</returns>
    public static string? Of(string target)
    {
        target = WithoutDirections(target.Trim());
        if (!Uri.TryCreate(target, UriKind.Absolute, out Uri? address)) return null;
        return Ascii.IsValid(target) && Uri.IsWellFormedUriString(target, UriKind.Absolute) && WithoutBrackets(target) == target ? target : Of(address);
    }

    private static string Of(Uri address)
    {
        // The number of a host stands in brackets, which its name for IDNA lacks.
        if (address.Host.Length == 0 || address.HostNameType is UriHostNameType.IPv6) return WithoutBrackets(address.AbsoluteUri);
        string host;
        try
        {
            host = address.IdnHost;
        }
        catch (UriFormatException)
        {
            host = Uri.EscapeDataString(address.Host);
        }
        return WithoutBrackets(address.AbsoluteUri.Replace(address.Host, host, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Brackets stand around the number of a host and nowhere else (RFC 3986, 3.2.2): .NET lets them be in what follows it.</summary>
    private static string WithoutBrackets(string address)
    {
        int rest = EndOfHost(address);
        return address[..rest] + address[rest..].Replace("[", "%5B", StringComparison.Ordinal).Replace("]", "%5D", StringComparison.Ordinal);
    }

    private static string WithoutDirections(string address)
    {
        int rest = EndOfHost(address);
        return address.AsSpan(0, rest).ContainsAnyExceptInRange('\0', '\u061b') ? string.Concat(address.Take(rest).Where(c => !IsDirection(c))) + address[rest..] : address;
    }

    /// <summary>Where what follows the host begins; 0 when there is none.</summary>
    private static int EndOfHost(string address)
    {
        int authority = address.IndexOf("://", StringComparison.Ordinal);
        if (authority < 0) return 0;
        int rest = address.AsSpan(authority + 3).IndexOfAny('/', '?', '#');
        return rest < 0 ? address.Length : authority + 3 + rest;
    }

    /// <summary>The characters of the property Bidi_Control (UAX #44).</summary>
    private static bool IsDirection(char c) => c is '\u061c' or '\u200e' or '\u200f' or (>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069');
}
