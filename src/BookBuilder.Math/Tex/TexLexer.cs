using System.Collections.Immutable;

namespace BookBuilder.Mathematics.Tex;

/// <summary>The kinds of token.</summary>
internal enum TexTokenKind
{
    /// <summary>A backslash with a word or one character; the text is without the backslash.</summary>
    Command,
    /// <summary>Any other character (a surrogate pair is one).</summary>
    Character,
    /// <summary>An opening brace.</summary>
    Open,
    /// <summary>A closing brace.</summary>
    Close,
    /// <summary>The end of the formula.</summary>
    End,
}

/// <summary>A token of a formula.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">The command's name or the character.</param>
/// <param name="Start">Where it begins in the formula.</param>
/// <param name="Stop">Just after it, and after the spaces that a command's name swallows.</param>
internal readonly record struct TexToken(TexTokenKind Kind, string Text, int Start, int Stop);

/// <summary>Cuts a formula into tokens; spaces between them mean nothing, a percent sign begins a comment (The TeXbook, chapters 7 and 8).</summary>
internal static class TexLexer
{
    /// <summary>The tokens, ending with one of kind End.</summary>
    public static ImmutableArray<TexToken> Read(string tex)
    {
        var tokens = ImmutableArray.CreateBuilder<TexToken>();
        int at = 0;
        while (at < tex.Length)
        {
            int start = at;
            char c = tex[at];
            if (char.IsWhiteSpace(c))
            {
                at++;
                continue;
            }
            if (c == '%')
            {
                while (at < tex.Length && tex[at] != '\n') at++;
                continue;
            }
            if (c == '\\' && at + 1 < tex.Length)
            {
                at++;
                int name = at;
                while (at < tex.Length && char.IsAsciiLetter(tex[at])) at++;
                if (at == name) at += char.IsSurrogatePair(tex, at) ? 2 : 1;
                tokens.Add(new(TexTokenKind.Command, tex[name..at], start, at));
                continue;
            }
            at += at + 1 < tex.Length && char.IsSurrogatePair(tex, at) ? 2 : 1;
            TexTokenKind kind = c switch { '{' => TexTokenKind.Open, '}' => TexTokenKind.Close, _ => TexTokenKind.Character };
            tokens.Add(new(kind, tex[start..at], start, at));
        }
        tokens.Add(new(TexTokenKind.End, "", tex.Length, tex.Length));
        return tokens.ToImmutable();
    }
}
