using System.Collections.Immutable;
using System.Text;
using BookBuilder.Model.Blocks;
using BookBuilder.Model.Units;
using BookBuilder.Typesetting.Hyphenation;
using BookBuilder.Typesetting.Inlines;
using BookBuilder.Typesetting.Typography;

namespace BookBuilder.Tests.Typesetting.Hyphenation;

/// <summary>The cases of tests/suite/hyphenation.md: "-" where a word may be divided, "=" where its author said so, "_" a hyphen that was written.</summary>
public sealed class HyphenationSuite
{
    private const string Page = "hyphenation.md";

    public static TheoryData<string> Cases => [.. SuitePage.Open(Page).Cases("words")];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Words_are_divided_where_the_page_says(string heading) => SuitePage.Open(Page).Check(heading, "words", "divided", Run);

    private static string Run(string input)
    {
        string[] lines = input.Split('\n');
        string language = "en-US", patterns = "", exceptions = "";
        while (lines[0].Split(' ', 2) is ["language" or "patterns" or "exceptions", string value] words)
        {
            if (words[0] == "language") language = value;
            else if (words[0] == "patterns") patterns = value;
            else exceptions = value;
            lines = lines[1..];
        }
        Hyphenators hyphenators = new(new(patterns.Length + exceptions.Length == 0 ? [] : [new(patterns.Length > 0 ? language.ToLowerInvariant() : "", patterns, exceptions)]));
        return string.Join('\n', lines.Select(l => Divided(hyphenators, language, l)));
    }

    private static string Divided(Hyphenators hyphenators, string language, string line)
    {
        Desk desk = Desk.FixedPitch();
        var content = ImmutableArray.CreateBuilder<Inline>();
        // "{fr:mot}" is a word in another language, "`code`" code, "<address>" an address; "|" is a soft hyphen.
        foreach (string stretch in line.Replace('|', '\u00AD').Split('{', '}'))
            if (stretch.Length > 3 && stretch[2] == ':')
                content.Add(new SpanInline([desk.Text(stretch[3..])]) { Id = desk.NextId(), Attributes = new Attributes { Values = [new("lang", stretch[..2])] } });
            else AddCode(stretch);
        PreparedParagraph paragraph = PreparedParagraph.Of(desk.Context, content.ToImmutable(), desk.Style with { Language = language }, Length.Unbounded, null);
        ParagraphText text = paragraph.Text;
        StringBuilder shown = new();
        int start = 0;
        foreach (string stretch in text.Characters.Split(' '))
        {
            List<WordDivision> divisions = [];
            WordDivisions.Find(hyphenators, text, start, start + stretch.Length, at => text.Spans.Last(s => s.Start <= at), divisions);
            if (shown.Length > 0) shown.Append(' ');
            for (int at = start; at < start + stretch.Length; at++)
            {
                foreach (WordDivision division in divisions.Where(d => d.At == at)) shown.Append(division.IsAuthors ? '=' : '-');
                shown.Append(text.Characters[at] == '-' ? '_' : text.Characters[at]);
            }
            start += stretch.Length + 1;
        }
        return shown.ToString();

        void AddCode(string stretch)
        {
            string[] parts = stretch.Split('`');
            for (int i = 0; i < parts.Length; i++)
                if (parts[i].Length > 0)
                    content.Add(i % 2 == 1 ? new CodeInline(parts[i]) { Id = desk.NextId() } : desk.Text(parts[i]));
        }
    }
}
