using BookBuilder.Model.Blocks;

namespace BookBuilder.Epub.Content;

/// <summary>Decides which addresses outside the book a link may lead to.</summary>
internal static class WebAddress
{
    /// <summary>The address with what a URL cannot hold percent-encoded; null when it is no absolute address that a reader may follow.</summary>
    public static string? Of(string target)
    {
        if (!Uri.TryCreate(target.Trim(), UriKind.Absolute, out Uri? uri) || !LinkSchemes.Has(uri.Scheme))
            return null;
        return Uri.IsWellFormedUriString(target.Trim(), UriKind.Absolute) && !target.Any(IsNoCharacter) ? target.Trim() : AsciiAddress.Of(uri);
    }

    /// <summary>What stands for no character, or for one that could not be read, may not stand in an address as it is (RFC 3987, 2.2).</summary>
    private static bool IsNoCharacter(char c) => c is (>= '\ufdd0' and <= '\ufdef') or (>= '\ufff0' and <= '\uffff') or (>= '\ue000' and <= '\uf8ff');
}
