using System.Security.Cryptography;

namespace BookBuilder.Model.Memories;

/// <summary>The name of a thing by all that it is made of: who makes the same of the same, in this process or in another, calls it by the same name.</summary>
/// <param name="Hex">The SHA-256 of what it is made of, in small hexadecimal digits.</param>
public readonly record struct ContentKey(string Hex)
{
    /// <summary>The name of bytes.</summary>
    public static ContentKey Of(ReadOnlySpan<byte> content) => new(Convert.ToHexStringLower(SHA256.HashData(content)));
}
