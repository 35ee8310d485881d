using System.Text;
using BookBuilder.Fuzz.Targets;

namespace BookBuilder.Fuzz.Running;

/// <summary>Keeps an input in a file.</summary>
internal static class InputFile
{
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    /// <summary>Writes an input: bytes as they are, text as UTF-8, or as UTF-16 where halves of pairs stand alone.</summary>
    public static void Write(FuzzTarget target, string input, string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, target.IsBinary ? Encoding.Latin1.GetBytes(input) : Text(input));
    }

    /// <summary>Reads an input back.</summary>
    public static string Read(FuzzTarget target, string path)
    {
        byte[] bytes = File.ReadAllBytes(path);
        if (target.IsBinary) return Encoding.Latin1.GetString(bytes);
        if (bytes is not [0xFF, 0xFE, ..]) return Encoding.UTF8.GetString(bytes);
        return string.Create((bytes.Length - 2) / 2, bytes, static (text, bytes) =>
        {
            for (int i = 0; i < text.Length; i++) text[i] = (char)(bytes[2 * i + 2] | bytes[2 * i + 3] << 8);
        });
    }

    private static byte[] Text(string input)
    {
        try
        {
            return Strict.GetBytes(input);
        }
        catch (EncoderFallbackException)
        {
            return [0xFF, 0xFE, .. input.SelectMany(static c => new[] { (byte)c, (byte)(c >> 8) })];
        }
    }
}
