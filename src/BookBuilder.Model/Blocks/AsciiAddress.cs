namespace BookBuilder.Model.Blocks;

/// <summary>Addresses in the characters that every program takes: what else there is in them is percent-encoded, the name of a host is as IDNA has it.</summary>
public static class AsciiAddress
{
    /// <summary>The address in ASCII. A host's name that IDNA refuses is percent-encoded: it leads nowhere, but it is an address (RFC 3986, 3.2.2).</summary>
    /// <param name="address">An absolute address.</param>
    public static string Of(Uri address)
    {
        if (address.Host.Length == 0) return address.AbsoluteUri;
        string host;
        try
        {
            host = address.IdnHost;
        }
        catch (UriFormatException)
        {
            host = Uri.EscapeDataString(address.Host);
        }
        return address.AbsoluteUri.Replace(address.Host, host, StringComparison.OrdinalIgnoreCase);
    }
}
