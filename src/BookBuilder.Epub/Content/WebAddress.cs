using BookBuilder.Model.Blocks;

namespace BookBuilder.Epub.Content;

/// <summary>Decides which addresses outside the book a link may lead to.</summary>
internal static class WebAddress
{
    /// <summary>The address in ASCII; null when it is no absolute address that a reader may follow.</summary>
    public static string? Of(string target) =>
        Uri.TryCreate(target.Trim(), UriKind.Absolute, out Uri? uri) && LinkSchemes.Has(uri.Scheme) ? AsciiAddress.Of(target) : null;
}
