using System.Globalization;
using System.Text;
using BookBuilder.Model.Blocks;
using BookBuilder.Model.Design;
using BookBuilder.Model.Diagnostics;
using BookBuilder.Model.Resolution;
using BookBuilder.Typesetting.Frames;

namespace BookBuilder.Tests.Typesetting.Pages;

/// <summary>A book made by arithmetic, and its pages.</summary>
internal sealed record RandomBook(ResolvedBook Book, Reported<PagedBook> Set)
{
    public PagedBook Pages => Set.Value;

    /// <summary>Whether the build said this.</summary>
    public bool Says(string code) => Set.Diagnostics.Any(d => d.Code == code);
}

/// <summary>Makes books of every kind of block, in an order and on pages that a seed decides: a failure comes again.</summary>
internal static class RandomBooks
{
    /// <summary>Two chapters of 22 blocks.</summary>
    public static RandomBook Large(int seed)
    {
        BookDesign design = Sheets.Design(36 + seed % 3 * 8, 16 + seed % 5 * 4) with { Justified = seed % 2 == 0, Hyphenated = seed % 4 == 0 };
        return Of(Sheets.Book(design, new Chance(seed).Chapter(22), new Chance(seed + 100).Chapter(22)));
    }

    /// <summary>A chapter of a few blocks on pages of any size.</summary>
    public static RandomBook Small(int seed)
    {
        var chance = new Chance(seed * 7919);
        BookDesign design = Sheets.Design(24 + (int)chance.Next(40), 13 + (int)chance.Next(20)) with
        {
            Justified = chance.Next(2) == 0, Hyphenated = chance.Next(3) == 0, Opening = chance.Next(2) == 0 ? ChapterOpening.Any : ChapterOpening.Right,
        };
        int chapters = 1 + (int)chance.Next(2);
        return Of(Sheets.Book(design, [.. Enumerable.Range(0, chapters).Select(i => new Chance(seed * 7919 + i + 1).Chapter(3 + seed % 9))]));
    }

    private static RandomBook Of(ResolvedBook book) => new(book, Sheets.Compose(book));

    /// <summary>A stream of numbers, and texts made of them.</summary>
    private sealed class Chance(int seed)
    {
        private static readonly string[] Known = ["sea", "moon", "harbour", "tide", "a", "of", "and", "lighthouse", "rises", "to", "shore", "evening"];
        private uint _state = (uint)seed * 2654435761u + 17;
        private int _notes;

        public uint Next(uint below)
        {
            _state = _state * 1664525u + 1013904223u;
            return (_state >> 16) % below;
        }

        /// <summary>A chapter of so many blocks, its notes at its end.</summary>
        public string Chapter(int blocks)
        {
            var text = new StringBuilder("# Chapter of trials\n\n");
            for (int block = 0; block < blocks; block++) text.Append(Block(string.Create(CultureInfo.InvariantCulture, $"{seed}-{block}")));
            for (int i = 1; i <= _notes; i++) text.Append(CultureInfo.InvariantCulture, $"[^n{i}]: {Words(4 + Next(Next(6) == 0 ? 120u : 30u))}.\n");
            return text.ToString();
        }

        private string Block(string name) => Next(14) switch
        {
            0 => $"## {Words(3)}{Note()}\n\n",
            1 => $"### {Words(2)}\n\n",
            2 => $"- {Words(8)}{Note()}\n- {Words(3)}\n    - {Words(12)}\n\n",
            3 => $"> {Words(15)}\n>\n> --- {Words(2)}\n\n",
            4 => $"```\n{Words(4)}\n{Words(14)}\n```\n\n",
            5 => $"> [!NOTE]\n> {Words(20)}{Note()}\n\n",
            6 => string.Create(CultureInfo.InvariantCulture, $"![{Words(5)}{Note()}](90x{30 + Next(60)}){{#fig-f{name}{Place()}}}\n\n"),
            7 => $"| Word | Number |\n|:--|--:|\n| {Words(2)} | 12.5{Note()} |\n| {Words(9)} | 3 |\n\nTable: {Words(4)}{Note()} {{#tbl-t{name}{Place()}}}\n\n",
            8 => $"| Word | Number |\n|:--|--:|\n{string.Concat(Enumerable.Range(0, 3 + (int)Next(20)).Select(_ => $"| {Words(2)}{Note()} | {Next(100)} |\n"))}\n",
            9 when Next(3) == 0 => "\\newpage\n\n",
            _ => $"{Words(20 + Next(60))}{Note()} {Words(10)}.\n\n",
        };

        private string Words(uint count)
        {
            var line = new StringBuilder();
            for (uint i = 0; i < count; i++) line.Append(i == 0 ? "" : " ").Append(Known[Next((uint)Known.Length)]);
            return line.ToString();
        }

        private string Note() => Next(3) == 0 ? string.Create(CultureInfo.InvariantCulture, $"[^n{++_notes}]") : "";

        private string Place() => Next(6) switch { 0 => " place=here", 1 => " place=top", 2 => " place=page", _ => "" };
    }
}

/// <summary>Gathers the texts of leaves.</summary>
internal sealed class Leaves : TreeRewriter
{
    public List<(NodeId, string)> Found { get; } = [];

    public List<NodeId> Code { get; } = [];

    protected override IEnumerable<Block> Replace(Block block)
    {
        if (block is CodeBlock code)
        {
            Found.Add((code.Id, code.Code));
            Code.Add(code.Id);
        }
        return base.Replace(block);
    }

    protected override IEnumerable<Inline> Replace(Inline inline)
    {
        if (inline is Text text) Found.Add((text.Id, text.Value));
        return base.Replace(inline);
    }
}
