using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using BookBuilder.Model.Blocks;
using BookBuilder.Model.Units;
using BookBuilder.Typesetting.Frames;
using BookBuilder.Typesetting.Inlines;
using BookBuilder.Typesetting.Typography;

namespace BookBuilder.Tests.Typesetting.Inlines;

/// <summary>The cases of tests/suite/bidi.md. Capitals stand for Hebrew letters; a line is printed as it is seen, character by character.</summary>
public sealed class BidiSuite
{
    private const string Page = "bidi.md";

    public static TheoryData<string> Cases => [.. SuitePage.Open(Page).Cases("read")];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Lines_are_seen_as_the_page_says(string heading) => SuitePage.Open(Page).Check(heading, "read", "seen", Run);

    [Theory]
    [MemberData(nameof(Cases))]
    public void What_is_copied_stays_in_the_order_it_is_read(string heading) => SuitePage.Open(Page).Check(heading, "read", "seen", input =>
    {
        (Settings settings, string text) = Settings.Read(input);
        ComposedParagraph paragraph = settings.Compose(text);
        string copied = string.Concat(paragraph.Lines.SelectMany(Desk.Runs).Where(r => r.Source.Part != FramePart.Label).Select(r => r.Text));
        Assert.Equal(text.Replace("`", "", StringComparison.Ordinal).Replace("^", "", StringComparison.Ordinal), Latin(copied));
        return Run(input);
    });

    private static string Run(string input)
    {
        (Settings settings, string text) = Settings.Read(input);
        StringBuilder shown = new();
        foreach (Line line in settings.Compose(text).Lines)
        {
            char[] places = new char[settings.Measure];
            Array.Fill(places, ' ');
            foreach (GlyphRun run in Desk.Runs(line))
            {
                Length pen = run.Origin.X;
                foreach (var glyph in run.Glyphs)
                {
                    if (glyph.Advance > Length.Zero) places[(int)Math.Round(pen / 5.Pt)] = (char)glyph.Id;
                    pen += glyph.Advance;
                }
            }
            shown.Append('|').Append(Latin(new string(places))).Append("|\n");
        }
        return shown.ToString().TrimEnd('\n');
    }

    private static string Hebrew(string text) => string.Concat(text.Select(c => c is >= 'A' and <= 'Z' ? (char)(c - 'A' + '\u05D0') : c));

    private static string Latin(string text) => string.Concat(text.Select(c => c is >= '\u05D0' and <= '\u05EA' ? (char)(c - '\u05D0' + 'A') : c));

    /// <summary>The first line of a case: "measure 30 language he label 1. indent 2 center".</summary>
    private sealed record Settings(int Measure, string Language, string Label, int Indent, LineAlignment Alignment)
    {
        public static (Settings, string) Read(string input)
        {
            string[] parts = input.Split('\n', 2);
            string[] words = parts[0].Split(' ');
            LineAlignment alignment = words.Contains("center") ? LineAlignment.Center : words.Contains("right") ? LineAlignment.Right : LineAlignment.Left;
            return (new(Number("measure"), After("language") ?? "en", (After("label") ?? "").Replace('_', ' '), Number("indent"), alignment), parts[1]);

            string? After(string name) => Array.IndexOf(words, name) is int at and >= 0 ? words[at + 1] : null;
            int Number(string name) => int.Parse(After(name) ?? "0", CultureInfo.InvariantCulture);
        }

        /// <summary>Between backticks stands code, after "^" a note's mark of one figure.</summary>
        public ComposedParagraph Compose(string text)
        {
            Desk desk = Desk.FixedPitch();
            var content = ImmutableArray.CreateBuilder<Inline>();
            string[] stretches = text.Split('`');
            for (int i = 0; i < stretches.Length; i++)
            {
                if (i % 2 == 1)
                {
                    content.Add(new CodeInline(stretches[i]) { Id = desk.NextId() });
                    continue;
                }
                string[] marked = stretches[i].Split('^');
                content.Add(desk.Text(Hebrew(marked[0])));
                foreach (string after in marked[1..])
                {
                    content.Add(new NoteMark(new NodeId("c", 999), after[..1], true) { Id = desk.NextId() });
                    content.Add(desk.Text(Hebrew(after[1..])));
                }
            }
            TextStyle style = desk.Style with { Language = Language, Alignment = Alignment, Hyphenated = false, FirstIndent = 5.Pt * Indent };
            ParagraphLabel? label = Label.Length == 0 ? null : new ParagraphLabel(Label, null, desk.NextId(), 5.Pt * (Label.TrimEnd().Length + 2));
            return ParagraphComposer.Compose(desk.Context, content.ToImmutable(), style, 5.Pt * Measure, label);
        }
    }
}
