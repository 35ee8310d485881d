using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using BookBuilder.Markdown;
using BookBuilder.Model.Blocks;
using BookBuilder.Model.Diagnostics;

namespace BookBuilder.Tests.Markdown;

/// <summary>Reads Markdown and writes the blocks that come of it as short lines that a test can state.</summary>
/// <remarks>A block is its kind, its parts in parentheses, its attributes in braces: <c>h1{#x} Words</c>, <c>p Some *em(words)*</c>.</remarks>
internal static class Show
{
    public static Reported<Chapter> Read(string markdown, string language = "en-US", string path = "chapters/01.md") =>
        MarkdownReader.Read(new ChapterSource("01", path, ChapterRole.Body, markdown, language));

    /// <summary>The blocks and notes of a chapter, a line each.</summary>
    public static string Blocks(string markdown, string language = "en-US")
    {
        Chapter chapter = Read(markdown, language).Value;
        var text = new StringBuilder();
        Append(text, chapter.Content, "");
        foreach (NoteDefinition note in chapter.Notes)
        {
            text.Append(CultureInfo.InvariantCulture, $"note '{note.Label}'\n");
            Append(text, note.Content, "  ");
        }
        return text.ToString().TrimEnd();
    }

    /// <summary>The inlines of the first paragraph.</summary>
    public static string Line(string markdown, string language = "en-US") =>
        Inlines(Read(markdown, language).Value.Content.OfType<Paragraph>().First().Content);

    /// <summary>What was said, a line each: code, place and message.</summary>
    public static string Said(string markdown) =>
        string.Join('\n', Read(markdown).Diagnostics.Select(d => $"{d.Code} {d.Span.Start.Line},{d.Span.Start.Column} {d.Message}"));

    public static string Inlines(ImmutableArray<Inline> inlines) => string.Concat(inlines.Select(One));

    private static void Append(StringBuilder text, ImmutableArray<Block> blocks, string indent)
    {
        foreach (Block block in blocks)
        {
            text.Append(indent).Append(Head(block)).Append('\n');
            string deeper = indent + "  ";
            switch (block)
            {
                case ListBlock b:
                    foreach (ListItem item in b.Items)
                    {
                        text.Append(indent).Append(item.IsDone is { } done ? done ? " [x]\n" : " [ ]\n" : " -\n");
                        Append(text, item.Content, deeper);
                    }
                    break;
                case DefinitionList b:
                    foreach (DefinitionItem item in b.Items)
                    {
                        foreach (DefinitionTerm term in item.Terms) text.Append(indent).Append(" term ").Append(Inlines(term.Content)).Append('\n');
                        foreach (Definition definition in item.Definitions)
                        {
                            text.Append(indent).Append(" means\n");
                            Append(text, definition.Content, deeper);
                        }
                    }
                    break;
                case BlockQuote b:
                    Append(text, b.Content, deeper);
                    if (!b.Attribution.IsEmpty) text.Append(indent).Append(" by ").Append(Inlines(b.Attribution)).Append('\n');
                    break;
                case Figure b: Append(text, b.Notes, deeper); break;
                case Callout b: Append(text, b.Content, deeper); break;
                case Division b: Append(text, b.Content, deeper); break;
                case Table b:
                    foreach (TableRow row in b.Head) text.Append(indent).Append(" head ").Append(Row(row)).Append('\n');
                    foreach (TableRow row in b.Body) text.Append(indent).Append(" row ").Append(Row(row)).Append('\n');
                    Append(text, b.Notes, deeper);
                    break;
            }
        }
    }

    private static string Head(Block block)
    {
        string a = Attributes(block.Attributes);
        return block switch
        {
            Heading b => $"h{b.Level}{(b.IsNumbered ? "" : "-")}{a} {Inlines(b.Content)}",
            Paragraph b => $"p{a} {Inlines(b.Content)}",
            ListBlock b => $"list {b.Style} {b.Start}{(b.IsTight ? "" : " loose")}",
            DefinitionList => "definitions",
            BlockQuote => "quote",
            CodeBlock b => $"code{a} {b.Language}: {b.Code.Replace("\n", "⏎")}",
            MathBlock b => $"math{a} {b.Math.Tex.Replace("\n", "⏎")}",
            Figure b => $"figure{a} {b.Source} [{b.AlternativeText}] {Inlines(b.Caption)}{Width(b.Width)}{Placed(b.Placement)}",
            Table b => $"table{a} {string.Join(' ', b.Columns.Select(c => c.Alignment.ToString()[..1] + c.Share?.ToString("0.##", CultureInfo.InvariantCulture)))} fold {b.Fold}{Placed(b.Placement)}: {Inlines(b.Caption)}",
            ThematicBreak => "break",
            PageBreak => "newpage",
            Callout b => $"callout {b.Kind}: {Inlines(b.Title)}",
            Statement b => $"statement{a} {b.Kind}: {Inlines(b.Name)}",
            Division => $"div{a}",
            SourcesPlaceholder => "sources",
            _ => throw new UnreachableException(block.GetType().Name),
        };
    }

    private static string Placed(Placement placement) => placement == Placement.Near ? "" : $" place {placement}";

    private static string Width(RelativeWidth? width) => width switch
    {
        null => "",
        { Share: { } share } => $" width {share.ToString("0.##%", CultureInfo.InvariantCulture)}",
        _ => $" width {width.Fixed}",
    };

    private static string Row(TableRow row) => string.Join(" | ", row.Cells.Select(c =>
        (c.ColumnSpan > 1 ? $"<{c.ColumnSpan}>" : "") + (c.RowSpan > 1 ? $"^{c.RowSpan}^" : "")
        + string.Join("¶", c.Content.Select(b => b is Paragraph p ? Inlines(p.Content) : Head(b)))));

    private static string Attributes(Attributes a)
    {
        List<string> parts = [];
        if (a.Label is not null) parts.Add((a.LabelIsAutomatic ? "~" : "#") + a.Label);
        parts.AddRange(a.Classes.Select(c => "." + c));
        parts.AddRange(a.Values.Where(v => v.Key is not ("width" or "alt")).Select(v => $"{v.Key}={v.Value}"));
        return parts.Count == 0 ? "" : "{" + string.Join(' ', parts) + "}";
    }

    private static string One(Inline inline) => inline switch
    {
        Text i => i.Value,
        Styled i => $"{Name(i.Style)}({Inlines(i.Content)})",
        SpanInline i => $"span{Attributes(i.Attributes)}({Inlines(i.Content)})",
        CodeInline i => $"code({i.Value})",
        MathInline i => $"math({i.Math.Tex})",
        Link i => $"link<{i.Target}{(i.IsAutolink ? " auto" : "")}>({Inlines(i.Content)})",
        ImageInline i => $"image<{i.Source}>({i.AlternativeText}){Width(i.Width)}",
        LineBreak => "⏎",
        NoteReference i => $"note({i.Label})",
        CrossReference i => $"ref({string.Join(';', [i.Label, .. i.More])}{(i.Form == ReferenceForm.Full ? "" : " " + i.Form)}{(i.Capital ? " Capital" : "")}{(i.OwnPrefix is null ? "" : $" '{i.OwnPrefix}'")})",
        _ => throw new UnreachableException(inline.GetType().Name),
    };

    private static string Name(InlineStyle style) => style switch
    {
        InlineStyle.Emphasis => "em",
        InlineStyle.Strong => "strong",
        InlineStyle.Strikeout => "strike",
        InlineStyle.Superscript => "sup",
        InlineStyle.Subscript => "sub",
        _ => style.ToString().ToLowerInvariant(),
    };
}
