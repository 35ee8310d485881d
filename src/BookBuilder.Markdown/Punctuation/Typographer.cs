using System.Buffers;
using System.Text;

namespace BookBuilder.Markdown.Punctuation;

/// <summary>A stretch of a block's text.</summary>
/// <param name="Text">Its characters.</param>
/// <param name="IsLive">Whether its quotes and dashes are typewriter ones, to be set right. A stretch that is not (code, a formula) is only context.</param>
/// <param name="Inert">How many characters at the beginning are escaped and stay as they are.</param>
internal readonly record struct Stretch(string Text, bool IsLive, int Inert = 0);

/// <summary>Sets typewriter quotes, dashes and dots as a printer would: curly quotes of the language, en and em dashes, the ellipsis.</summary>
/// <remarks>Works on the whole text of a block, so that a quotation may begin in one stretch and end in another.</remarks>
internal static class Typographer
{
    /// <summary>English words that begin with an apostrophe.</summary>
    private static readonly string[] Elisions = ["tis", "twas", "twere", "twill", "em", "cause", "til", "till", "n", "round", "bout"];

    private static readonly SearchValues<char> Signs = SearchValues.Create("\"'-."), FrenchSigns = SearchValues.Create("\"'-. ");

    /// <summary>The stretches set right, one string for each.</summary>
    public static string[] Set(IReadOnlyList<Stretch> stretches, string language)
    {
        var setting = new Setting(string.Concat(stretches.Select(s => s.Text)), QuoteMarks.For(language), language);
        string[] result = new string[stretches.Count];
        int at = 0;
        for (int i = 0; i < stretches.Count; i++)
        {
            Stretch stretch = stretches[i];
            result[i] = stretch.IsLive ? setting.Set(at, stretch) : stretch.Text;
            at += stretch.Text.Length;
        }
        return result;
    }

    private sealed class Setting(string all, QuoteMarks marks, string language)
    {
        private readonly bool _isEnglish = language.StartsWith("en", StringComparison.OrdinalIgnoreCase);
        private readonly int _lastClosing = LastClosing(all);
        private readonly StringBuilder _set = new();
        /// <summary>All that is ever set as something else; most of a text goes on as it is.</summary>
        private readonly SearchValues<char> _signs = language.StartsWith("fr", StringComparison.OrdinalIgnoreCase) ? FrenchSigns : Signs;
        /// <summary>The quotations that are open, innermost last: each its typewriter mark.</summary>
        private readonly List<char> _open = [];
        /// <summary>Whether the character before was set as an opening quote.</summary>
        private int _lastOpened = -1;

        public string Set(int start, Stretch stretch)
        {
            string text = stretch.Text;
            _set.Clear();
            int kept = 0;
            for (int i = stretch.Inert; i < text.Length; i++)
            {
                int next = text.AsSpan(i).IndexOfAny(_signs);
                if (next < 0) break;
                i += next;
                char c = text[i];
                if (c is '-' or '.')
                {
                    int run = 1;
                    while (i + run < text.Length && text[i + run] == c) run++;
                    if (run > 1) Put(Run(c, run), run);
                    i += run - 1;
                }
                else if (c == '"') Put(Double(start + i), 1);
                else if (c == '\'') Put(Single(start + i), 1);
                else if (FrenchSpace(start + i) is var space and not ' ') Put(space.ToString(), 1);

                void Put(string instead, int of)
                {
                    _set.Append(text, kept, i - kept).Append(instead);
                    kept = i + of;
                }
            }
            return kept == 0 ? text : _set.Append(text, kept, text.Length - kept).ToString();
        }

        private static string Run(char c, int length) => (c, length) switch
        {
            ('-', 2) => "–",
            ('-', 3) => "—",
            ('.', >= 3) => "…" + new string('.', length - 3),
            _ => new string(c, length),
        };

        private char FrenchSpace(int at) => (At(at - 1), At(at + 1)) switch
        {
            (_, ';' or '!' or '?' or '»') or ('«', _) => '\u202f',
            (_, ':') => '\u00a0',
            _ => ' ',
        };

        private string Double(int at)
        {
            if (Opens(at, '"'))
            {
                _open.Add('"');
                _lastOpened = at;
                return marks.Open;
            }
            int opened = _open.LastIndexOf('"');
            if (opened < 0) return char.IsAsciiDigit(At(at - 1)) ? "″" : marks.Close;
            _open.RemoveRange(opened, _open.Count - opened);
            return marks.Close;
        }

        private string Single(int at)
        {
            char before = At(at - 1), after = At(at + 1);
            if (char.IsAsciiDigit(before) && char.IsAsciiDigit(after)) return "′";
            if (char.IsLetterOrDigit(before) && char.IsLetterOrDigit(after)) return "’";
            if (Opens(at, '\''))
            {
                if (BeginsElision(at) || _lastClosing <= at + 1) return "’";
                _open.Add('\'');
                _lastOpened = at;
                return marks.InnerOpen;
            }
            if (_open.Count > 0 && _open[^1] == '\'')
            {
                _open.RemoveAt(_open.Count - 1);
                return marks.InnerClose;
            }
            return char.IsAsciiDigit(before) && !char.IsLetter(after) ? "′" : "’";
        }

        private bool Opens(int at, char mark)
        {
            char before = At(at - 1), after = At(at + 1);
            if (char.IsWhiteSpace(after)) return false;
            if (char.IsWhiteSpace(before) || before is '(' or '[' or '{' or '“' or '‘' or '„' or '‚' or '«' or '‹' or '¿' or '¡') return true;
            if (_lastOpened == at - 1 && at > 0) return true;
            return before is '-' or '–' or '—' or '/' or '=' && char.IsLetterOrDigit(after) && !_open.Contains(mark);
        }

        /// <summary>'90s, 'tis.</summary>
        private bool BeginsElision(int at)
        {
            if (char.IsAsciiDigit(At(at + 1)) && char.IsAsciiDigit(At(at + 2)) && !char.IsAsciiDigit(At(at + 3))) return At(at + 3) != '\'';
            if (!_isEnglish) return false;
            int end = at + 1;
            while (char.IsLetter(At(end))) end++;
            return At(end) != '\'' && Elisions.Contains(all[(at + 1)..end], StringComparer.OrdinalIgnoreCase) || all.AsSpan(at).StartsWith("'n'");
        }

        /// <summary>The character at a place; a space before the beginning and after the end.</summary>
        private char At(int at) => at >= 0 && at < all.Length ? all[at] : ' ';

        private static int LastClosing(string all)
        {
            for (int at = all.Length - 1; at > 0; at--)
                if (all[at] == '\'' && !char.IsWhiteSpace(all[at - 1]) && (at + 1 == all.Length || !char.IsLetterOrDigit(all[at + 1])))
                    return at;
            return -1;
        }
    }
}
