using System.Globalization;
using BookBuilder.Fonts;
using BookBuilder.Fonts.OpenType;
using BookBuilder.Fonts.Shaping;
using BookBuilder.Fonts.Subsetting;
using BookBuilder.Model.Units;
using BookBuilder.Tests.Typesetting;
using BookBuilder.Tests.Typesetting.Pages;
using BookBuilder.Typesetting.Frames;
using BookBuilder.Typesetting.Hyphenation;
using BookBuilder.Typesetting.Inlines;
using BookBuilder.Typesetting.Typography;
using FsCheck.Xunit;

namespace BookBuilder.Tests.Properties;

/// <summary>What holds of everything that is set.</summary>
[Properties(Arbitrary = [typeof(Inputs)], MaxTest = 200, Replay = Seeds.Replay, QuietOnSuccess = true)]
public sealed class SettingProperties
{
    private static readonly FontLibrary Library = FontLibrary.LoadDefault();

    [Property]
    public void Lines_hold_every_character_once_in_order_and_keep_the_measure(PlainWords words, bool justified, byte width)
    {
        Desk desk = Desk.FixedPitch();
        int characters = 26 + width % 50;
        var style = desk.Style with { Hyphenated = justified, Alignment = justified ? LineAlignment.Justified : LineAlignment.Left };
        ComposedParagraph paragraph = desk.Set(style, characters, desk.Text(words.ToString()));
        Assert.Equal(Letters(words.ToString()), Letters(Desk.Copied(paragraph)));
        // A line that sticks out says by how much; marks at its end may hang out of it by less than a letter.
        Assert.All(paragraph.Lines, line => Assert.True(line.Width <= 5.Pt * characters + line.Overrun + 3.Pt, $"{line.Width.Points} of {5 * characters}, {line.Overrun.Points} too long"));

        // A line's end swallows a space, and a hyphen made there is no character of the text.
        static string Letters(string text) => string.Concat(text.Where(static c => !char.IsWhiteSpace(c) && c is not ('|' or '\u00ad' or '-' or '\u200b')));
    }

    [Property]
    public void No_hyphen_stands_within_what_a_reader_sees_as_one_letter(PlainWords words)
    {
        var hyphenators = new Hyphenators(new HyphenationPatterns([]));
        string word = string.Concat(words.Words.Select(static w => w.ToLowerInvariant().Replace("i", "i\u0308", StringComparison.Ordinal)));
        word = word[..Math.Min(word.Length, 60)];
        int[] letters = StringInfo.ParseCombiningCharacters(word);
        foreach (string language in (string[])["en-US", "en-GB", "de"])
            Assert.All(hyphenators.Divide(language, word), at => Assert.Contains(at, letters));
    }

    [Property]
    public void A_subset_maps_every_glyph_back_to_its_text(PlainWords words)
    {
        foreach (string name in (string[])["SourceSerif4-Regular", "SourceSans3-Bold", "SourceCodePro-It"])
        {
            OpenTypeFace face = Library.Named(name)!;
            int[] characters = [.. words.ToString().EnumerateRunes().Select(static r => r.Value).Where(face.Has).Distinct()];
            OpenTypeFace again = OpenTypeFace.Read(face.Subset([.. characters.Select(face.GlyphOf)]).Data, default).Value!;
            Assert.All(characters, c => Assert.Equal(face.GlyphOf(c), again.GlyphOf(c)));
        }
    }

    [Property]
    public void Shaped_glyphs_belong_to_characters_and_runs_hold_all_of_the_text(AnyText text)
    {
        using var shaper = new HarfBuzzShaper(Library);
        var runs = shaper.Shape(text.Value, new FontRequest("Source Serif 4", 400, false, 10.Pt, FontFeatures.None, "en"));
        Assert.Equal(text.Value.Length, runs.Sum(static r => r.Length));
        Assert.All(runs.SelectMany(static r => r.Glyphs.Select(g => (Run: r, Glyph: g))), g => Assert.InRange(g.Glyph.Cluster, g.Run.Start, g.Run.Start + g.Run.Length - 1));
    }

    [Property(MaxTest = 40)]
    public void Pages_begin_in_the_order_of_the_text(ushort seed)
    {
        RandomBook book = RandomBooks.Small(seed);
        var starts = book.Pages.Map.Pages;
        Assert.All(starts.Zip(starts.Skip(1)), pair => Assert.True(
            pair.First.Node.Chapter != pair.Second.Node.Chapter || pair.First.Node != pair.Second.Node || pair.First.Offset < pair.Second.Offset, $"{pair.First} before {pair.Second}"));
    }
}
