using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using BookBuilder.Fonts.OpenType;
using BookBuilder.Fonts.Unicode;
using BookBuilder.Model.Units;
using HarfBuzzSharp;
using Buffer = HarfBuzzSharp.Buffer;

namespace BookBuilder.Fonts.Shaping;

/// <summary>Shapes with HarfBuzz: kerning, ligatures and features of the real faces, and another face where one lacks a character.</summary>
/// <remarks>
/// Shaping is done in font units and only the result is scaled, so a width never depends on rounding inside HarfBuzz.
/// Text that runs left to right is shaped word by word and each word once: a space neither kerns nor joins, whichever way the
/// caller cuts the text. Runs come in the order they are seen on a line whose main direction is the request's language's.
/// </remarks>
public sealed class HarfBuzzShaper : IShaper, IDisposable
{
    private readonly FontLibrary _library;
    private readonly Dictionary<OpenTypeFace, NativeFace> _natives = [];
    private readonly Dictionary<FontRequest, WordCache> _caches = [];
    private readonly Dictionary<(FontRequest Request, int CodePoint), OpenTypeFace?> _fallbacks = [];
    private readonly Buffer _buffer = new();
    private readonly List<ShapedGlyph> _part = [];
    private (FontRequest Request, WordCache Cache)? _last;

    /// <summary>A shaper of the library's faces. It holds native memory: dispose of it.</summary>
    public HarfBuzzShaper(FontLibrary library) => _library = library;

    /// <inheritdoc/>
    public FontFace FaceFor(FontRequest request) => CacheOf(request).Face;

    /// <inheritdoc/>
    public ImmutableArray<ShapedRun> Shape(ReadOnlySpan<char> text, FontRequest request)
    {
        byte level = TextDirection.OfLanguage(request.Language);
        // A word that is known may hold a sign that turns the line around: which way a line runs is settled here, not by the caller.
        return (level == 0 && !TextDirection.HasRightToLeft(text) ? AsPlain(text, request, level) : null) is { } run ? [run] : Shape(text, request, TextItemizer.ItemizeLine(text, level));
    }

    /// <inheritdoc/>
    public ImmutableArray<ShapedRun> Shape(ReadOnlySpan<char> text, FontRequest request, byte level) =>
        AsPlain(text, request, level) is { } run ? [run] : Shape(text, request, TextItemizer.Itemize(text, level));

    /// <inheritdoc/>
    public bool TryShapeAsOne(ReadOnlySpan<char> text, FontRequest request, byte level, [NotNullWhen(true)] out FontFace? face, out ReadOnlySpan<ShapedGlyph> glyphs)
    {
        face = null;
        glyphs = [];
        if (!TryShapePlain(text, request, level, out ImmutableArray<ShapedGlyph> whole)) return false;
        face = CacheOf(request).Face;
        glyphs = whole.IsDefault ? CollectionsMarshal.AsSpan(_part) : whole.AsSpan();
        return true;
    }

    /// <summary>The one run of plain text; null for any other.</summary>
    private ShapedRun? AsPlain(ReadOnlySpan<char> text, FontRequest request, byte level) =>
        TryShapePlain(text, request, level, out ImmutableArray<ShapedGlyph> whole)
            ? new ShapedRun(CacheOf(request).Face, 0, text.Length, whole.IsDefault ? [.. _part] : whole, false) : null;

    /// <summary>Shapes a text that runs one way and is in Latin letters that its face has, which is nearly all text of most books; false for any other.</summary>
    /// <param name="text">The text.</param>
    /// <param name="request">Its type.</param>
    /// <param name="level">The level of its characters.</param>
    /// <param name="whole">The glyphs of a text that is a word by itself; default where they are gathered in <see cref="_part"/>.</param>
    private bool TryShapePlain(ReadOnlySpan<char> text, FontRequest request, byte level, out ImmutableArray<ShapedGlyph> whole)
    {
        whole = default;
        if (text.IsEmpty || (level & 1) == 1) return false;
        WordCache cache = CacheOf(request);
        TextItem item = new(0, text.Length, Script.Latin, level);
        var known = cache.WordsOf(new(cache.Face, item.Script, RightToLeft: false)).GetAlternateLookup<ReadOnlySpan<char>>();
        _part.Clear();
        for (int at = 0, end; at < text.Length; at = end)
        {
            end = WordEnd(text, at, text.Length);
            ReadOnlySpan<char> word = text[at..end];
            // What is known was shaped in this face by itself or within Latin text: here it takes no other run.
            if (!known.TryGetValue(word, out ImmutableArray<ShapedGlyph> glyphs))
            {
                foreach (char c in word)
                    if (!TextItemizer.IsLatinOrCommon(c) || !cache.Face.Has(c)) return false;
                glyphs = Word(word, cache.Face, item, request, cache, known);
            }
            if (word.Length == text.Length)
            {
                whole = glyphs;
                return true;
            }
            foreach (ShapedGlyph glyph in glyphs) _part.Add(glyph with { Cluster = glyph.Cluster + at });
        }
        return true;
    }

    private WordCache CacheOf(FontRequest request)
    {
        if (_last is { } known && known.Request == request) return known.Cache;
        if (!_caches.TryGetValue(request, out WordCache? cache))
            _caches[request] = cache = new WordCache(_library.FaceFor(request), Features(request.Features), LanguageOf(request.Language));
        _last = (request, cache);
        return cache;
    }

    private ImmutableArray<ShapedRun> Shape(ReadOnlySpan<char> text, FontRequest request, List<TextItem> items)
    {
        if (text.IsEmpty) return [];
        WordCache cache = CacheOf(request);
        ImmutableArray<ShapedRun>.Builder runs = ImmutableArray.CreateBuilder<ShapedRun>();
        foreach (TextItem item in items)
        {
            List<(int Start, int Length, OpenTypeFace Face)> parts = PartsByFace(text, item, request, cache.Face);
            if (item.IsRightToLeft) parts.Reverse();
            foreach ((int start, int length, OpenTypeFace face) in parts)
                runs.Add(new ShapedRun(face, start, length, ShapePart(text, start, length, face, item, request, cache), item.IsRightToLeft));
        }
        return Joined(runs);
    }

    /// <summary>Frees the native memory.</summary>
    public void Dispose()
    {
        foreach (NativeFace native in _natives.Values) native.Dispose();
        _natives.Clear();
        _buffer.Dispose();
    }

    private ImmutableArray<ShapedGlyph> ShapePart(ReadOnlySpan<char> text, int start, int length, OpenTypeFace face, TextItem item,
        FontRequest request, WordCache cache)
    {
        _part.Clear();
        int end = start + length;
        WordKind kind = new(face, item.Script, item.IsRightToLeft);
        var known = cache.WordsOf(kind).GetAlternateLookup<ReadOnlySpan<char>>();
        for (int at = start; at < end;)
        {
            int wordEnd = item.IsRightToLeft ? end : WordEnd(text, at, end);
            // A word by itself is what was shaped before.
            if (at == 0 && wordEnd == end) return Word(text[..end], face, item, request, cache, known);
            foreach (ShapedGlyph glyph in Word(text[at..wordEnd], face, item, request, cache, known))
                _part.Add(glyph with { Cluster = glyph.Cluster + at });
            at = wordEnd;
        }
        return [.. _part];
    }

    /// <summary>A word or a stretch of spaces. A mark set on a space belongs to the space.</summary>
    private static int WordEnd(ReadOnlySpan<char> text, int from, int end)
    {
        bool space = text[from] == ' ';
        int at = from + 1;
        while (at < end && (text[at] == ' ') == space) at++;
        return space && at < end && char.GetUnicodeCategory(text[at]) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark ? end : at;
    }

    private ImmutableArray<ShapedGlyph> Word(ReadOnlySpan<char> word, OpenTypeFace face, TextItem item, FontRequest request, WordCache cache,
        Dictionary<string, ImmutableArray<ShapedGlyph>>.AlternateLookup<ReadOnlySpan<char>> known)
    {
        if (word.Length > WordCache.LongestWord) return ShapeAnew(word, face, item, request.Size, cache);
        if (!known.TryGetValue(word, out ImmutableArray<ShapedGlyph> glyphs))
            known[word] = glyphs = ShapeAnew(word, face, item, request.Size, cache);
        return glyphs;
    }

    private ImmutableArray<ShapedGlyph> ShapeAnew(ReadOnlySpan<char> text, OpenTypeFace face, TextItem item, Length size, WordCache cache)
    {
        if (!_natives.TryGetValue(face, out NativeFace? native))
            _natives[face] = native = new NativeFace(face);
        _buffer.ClearContents();
        // A soft hyphen or a joiner has done its work once shaping is over: it leaves no glyph.
        _buffer.Flags = BufferFlags.BeginningOfText | BufferFlags.EndOfText | BufferFlags.RemoveDefaultIgnorables;
        _buffer.AddUtf16(text);
        _buffer.Direction = item.IsRightToLeft ? Direction.RightToLeft : Direction.LeftToRight;
        _buffer.Script = item.Script;
        _buffer.Language = cache.Language;
        native.Font.Shape(_buffer, cache.Features);

        ReadOnlySpan<GlyphInfo> infos = _buffer.GetGlyphInfoSpan();
        ReadOnlySpan<GlyphPosition> positions = _buffer.GetGlyphPositionSpan();
        int upem = face.UnitsPerEm;
        ShapedGlyph[] glyphs = new ShapedGlyph[infos.Length];
        for (int i = 0; i < glyphs.Length; i++)
        {
            GlyphPosition place = positions[i];
            glyphs[i] = new ShapedGlyph((ushort)infos[i].Codepoint, (int)infos[i].Cluster,
                Scaled(place.XAdvance, size, upem), Scaled(place.XOffset, size, upem), Scaled(-place.YOffset, size, upem));
        }
        return ImmutableCollectionsMarshal.AsImmutableArray(glyphs);
    }

    /// <summary>Font units at a size, rounded half away from zero.</summary>
    private static Length Scaled(int units, Length size, int upem)
    {
        long product = units * size.ScaledPoints, half = upem / 2;
        return new Length((product >= 0 ? product + half : product - half) / upem);
    }

    private List<(int Start, int Length, OpenTypeFace Face)> PartsByFace(ReadOnlySpan<char> text, TextItem item, FontRequest request, OpenTypeFace first)
    {
        List<(int, int, OpenTypeFace)> parts = [];
        OpenTypeFace face = first;
        int start = item.Start, at = item.Start;
        foreach (Rune rune in text.Slice(item.Start, item.Length).EnumerateRunes())
        {
            OpenTypeFace wanted = at > item.Start && StaysWithBase(rune) ? face : FaceOf(rune.Value, request, first);
            if (wanted != face && at > start)
            {
                parts.Add((start, at - start, face));
                start = at;
            }
            face = wanted;
            at += rune.Utf16SequenceLength;
        }
        parts.Add((start, at - start, face));
        return parts;
    }

    /// <summary>Marks, joiners and variation selectors are shaped with the letter they follow, or they could not join it.</summary>
    private static bool StaysWithBase(Rune rune) => Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.Format;

    private OpenTypeFace FaceOf(int codePoint, FontRequest request, OpenTypeFace first)
    {
        if (Covers(first, codePoint)) return first;
        if (_fallbacks.TryGetValue((request, codePoint), out OpenTypeFace? known)) return known ?? first;
        OpenTypeFace? found = null;
        foreach (string family in _library.FallbackFamilies)
        {
            OpenTypeFace face = _library.FaceFor(request with { Family = family });
            if (!Covers(face, codePoint)) face = _library.FaceFor(request with { Family = family, Weight = 400, Italic = false });
            if (!Covers(face, codePoint)) continue;
            found = face;
            break;
        }
        _fallbacks[(request, codePoint)] = found;
        return found ?? first;
    }

    /// <summary>Whether HarfBuzz can show a character with this face: it makes missing spaces from the usual one, and a no-break hyphen from a hyphen.</summary>
    private static bool Covers(OpenTypeFace face, int codePoint) => face.Has(codePoint) || codePoint switch
    {
        0xA0 or (>= 0x2000 and <= 0x200A) or 0x202F or 0x205F => face.Has(' '),
        0x2011 => face.Has(0x2010),
        _ => CharUnicodeInfo.GetUnicodeCategory(codePoint) == UnicodeCategory.Format,
    };

    /// <summary>Neighbours of one face and direction become one run; only those in the order of the text can.</summary>
    private static ImmutableArray<ShapedRun> Joined(ImmutableArray<ShapedRun>.Builder runs)
    {
        for (int i = runs.Count - 1; i > 0; i--)
        {
            ShapedRun left = runs[i - 1], right = runs[i];
            if (left.Face != right.Face || left.RightToLeft || right.RightToLeft || left.Start + left.Length != right.Start) continue;
            runs[i - 1] = left with { Length = left.Length + right.Length, Glyphs = left.Glyphs.AddRange(right.Glyphs) };
            runs.RemoveAt(i);
        }
        return runs.ToImmutable();
    }

    private static Language LanguageOf(string tag) => new(tag.Length == 0 ? "und" : tag);

    private static Feature[] Features(FontFeatures wanted)
    {
        List<Feature> features = [];
        if (wanted.HasFlag(FontFeatures.SmallCaps)) Set("smcp", 1);
        if (wanted.HasFlag(FontFeatures.OldStyleFigures)) Set("onum", 1);
        if (wanted.HasFlag(FontFeatures.TabularFigures)) Set("tnum", 1);
        if (wanted.HasFlag(FontFeatures.LiningFigures)) Set("lnum", 1);
        if (wanted.HasFlag(FontFeatures.Superiors)) Set("sups", 1);
        if (wanted.HasFlag(FontFeatures.NoLigatures))
        {
            // Faces for code make their ligatures as contextual alternates.
            Set("liga", 0);
            Set("clig", 0);
            Set("calt", 0);
        }
        return [.. features];

        void Set(string tag, uint value) => features.Add(new Feature(Tag.Parse(tag), value, 0, uint.MaxValue));
    }

    private readonly record struct WordKind(OpenTypeFace Face, Script Script, bool RightToLeft);

    /// <summary>What one request has shaped so far.</summary>
    private sealed record WordCache(OpenTypeFace Face, Feature[] Features, Language Language)
    {
        /// <summary>Longer stretches come once only; to keep them would fill the memory.</summary>
        public const int LongestWord = 64;

        private readonly Dictionary<WordKind, Dictionary<string, ImmutableArray<ShapedGlyph>>> _words = [];

        /// <summary>The words of a kind.</summary>
        public Dictionary<string, ImmutableArray<ShapedGlyph>> WordsOf(WordKind kind)
        {
            if (!_words.TryGetValue(kind, out Dictionary<string, ImmutableArray<ShapedGlyph>>? words)) _words[kind] = words = new(StringComparer.Ordinal);
            return words;
        }
    }
}
