using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using BookBuilder.Model.Design;
using BookBuilder.Model.Diagnostics;

namespace BookBuilder.Typesetting.Hyphenation;

/// <summary>Reads a file of hyphenation patterns as TeX distributions have them.</summary>
/// <remarks>
/// Three kinds, told by the name: <c>hyph-xx.pat.txt</c> (patterns), <c>hyph-xx.hyp.txt</c> (exceptions), and <c>hyph-xx.tex</c> with
/// <c>\patterns{…}</c> and <c>\hyphenation{…}</c>, whose comments may tell the fewest letters beside a hyphen ("left: 2").
/// </remarks>
public static class PatternFile
{
    private const int MostComplaints = 5, LongestPattern = 64;

    /// <summary>The languages whose patterns come along, as lower-case tags: "en-us".</summary>
    public static ImmutableArray<string> Languages => HyphenationPatterns.Known;

    /// <summary>Reads one file. What cannot be read is reported and left out; null when the name tells neither language nor kind.</summary>
    /// <param name="path">Its path; the name tells language and kind.</param>
    /// <param name="text">What it holds.</param>
    /// <param name="mention">Where the book names it.</param>
    public static Reported<LanguagePatterns?> Read(string path, string text, SourceSpan mention)
    {
        DiagnosticSink sink = new();
        string name = path[(path.LastIndexOf('/') + 1)..].ToLowerInvariant();
        string? language = LanguageOf(name, out string kind);
        if (language is null)
        {
            sink.Report(Problems.NoPatternFile(path, mention));
            return sink.With<LanguagePatterns?>(null);
        }
        Reading reading = new(path, text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n'), sink);
        return sink.With<LanguagePatterns?>(kind switch
        {
            "pat.txt" => new(language, reading.All(IsPattern), ""),
            "hyp.txt" => new(language, "", reading.All(IsException)),
            _ => reading.Tex(language),
        });
    }

    /// <summary>Whether a word says where it is divided: letters, apostrophes, and hyphens between them.</summary>
    public static bool IsException(string word) =>
        word.Length is > 1 and <= LongestPattern && word[0] != '-' && word[^1] != '-' && !word.Contains("--", StringComparison.Ordinal)
        && word.All(c => IsLetter(c) || c is '-' or '\'' or '’');

    private static bool IsPattern(string pattern)
    {
        bool letters = false;
        for (int i = 0; i < pattern.Length; i++)
        {
            char c = pattern[i];
            if (c == '.' && i > 0 && i < pattern.Length - 1 && !(i == 1 && char.IsAsciiDigit(pattern[0])) && !(i == pattern.Length - 2 && char.IsAsciiDigit(pattern[^1]))) return false;
            if (!(IsLetter(c) || char.IsAsciiDigit(c) || c is '.' or '\'' or '’' or '-' or '\u200C' or '\u200D')) return false;
            letters |= IsLetter(c) || c is '\'' or '’' or '-';
        }
        return letters && pattern.Length <= LongestPattern;
    }

    private static bool IsLetter(char c) =>
        char.IsLetter(c) || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    private static string? LanguageOf(string name, out string kind)
    {
        kind = Array.Find(["pat.txt", "hyp.txt", "tex"], k => name.EndsWith("." + k, StringComparison.Ordinal)) ?? "";
        if (kind.Length == 0 || !name.StartsWith("hyph-", StringComparison.Ordinal)) return null;
        string tag = name["hyph-".Length..^(kind.Length + 1)];
        return tag.Length >= 2 && tag.Split('-').All(p => p.Length is >= 1 and <= 8 && p.All(char.IsAsciiLetterOrDigit)) ? tag : null;
    }

    private sealed class Reading(string path, string text, DiagnosticSink sink)
    {
        private int _complaints;

        /// <summary>All words that pass.</summary>
        public string All(Func<string, bool> passes) => Words(0, text.Length, passes);

        /// <summary>The words of a stretch that pass; of the others the first few are reported. A per cent sign begins a comment.</summary>
        private string Words(int start, int end, Func<string, bool> passes)
        {
            StringBuilder words = new();
            for (int at = start; at < end;)
            {
                if (text[at] == '%') at = EndOfLine(at);
                else if (char.IsWhiteSpace(text[at])) at++;
                else
                {
                    int stop = at;
                    while (stop < end && !char.IsWhiteSpace(text[stop]) && text[stop] != '%') stop++;
                    string word = text[at..stop];
                    if (passes(word)) words.Append(word).Append('\n');
                    else if (_complaints++ < MostComplaints) sink.Report(Problems.BadPattern(word, PlaceOf(at, stop)));
                    at = stop;
                }
            }
            return words.ToString();
        }

        public LanguagePatterns Tex(string language)
        {
            string patterns = Group("\\patterns", IsPattern), exceptions = Group("\\hyphenation", IsException);
            if (patterns.Length + exceptions.Length == 0 && _complaints == 0) sink.Report(Problems.NoPatterns(path, PlaceOf(0, 0)));
            return new LanguagePatterns(language, patterns, exceptions, Minimum("left"), Minimum("right"));
        }

        private string Group(string command, Func<string, bool> passes)
        {
            for (int at = 0; at < text.Length; at++)
            {
                if (text[at] == '%') at = EndOfLine(at);
                else if (text.AsSpan(at).StartsWith(command, StringComparison.Ordinal))
                {
                    int open = text.IndexOf('{', at);
                    if (open < 0) return "";
                    int close = open + 1;
                    while (close < text.Length && text[close] != '}') close = text[close] == '%' ? EndOfLine(close) : close + 1;
                    return Words(open + 1, Math.Min(close, text.Length), passes);
                }
            }
            return "";
        }

        /// <summary>A minimum of the comment at the head: the first line "%   left: 2" there is, which is the one for typesetting.</summary>
        private int? Minimum(string side)
        {
            foreach (string line in text.Split('\n'))
            {
                string said = line.TrimStart('%', ' ', '\t').Trim();
                if (!line.StartsWith('%'))
                {
                    if (said.Length > 0) return null;
                }
                else if (said.StartsWith(side + ":", StringComparison.Ordinal)
                    && int.TryParse(said[(side.Length + 1)..].Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out int letters) && letters is >= 1 and <= 9)
                    return letters;
            }
            return null;
        }

        private int EndOfLine(int at)
        {
            int end = text.IndexOf('\n', at);
            return end < 0 ? text.Length : end;
        }

        private SourceSpan PlaceOf(int start, int end)
        {
            int line = 1 + text.AsSpan(0, start).Count('\n'), column = start - (start == 0 ? -1 : text.LastIndexOf('\n', start - 1));
            return new SourceSpan(path, new(line, Math.Max(1, column)), new(line, Math.Max(1, column) + end - start));
        }
    }
}
