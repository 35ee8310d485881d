using BookBuilder.Model.Blocks;

namespace BookBuilder.Parity.Readings;

/// <summary>The form in which addresses outside the book are compared: absolute, percent-encoded, the host's name as IDNA writes it.</summary>
internal static class ComparedAddress
{
    /// <summary>The address; as it is when it is no absolute one.</summary>
    public static string Of(string address) => Uri.TryCreate(AsciiAddress.Of(address) ?? address, UriKind.Absolute, out Uri? uri) ? uri.AbsoluteUri : address;
}
