using System.Collections.Immutable;
using System.Text.RegularExpressions;
using BookBuilder.Files;
using BookBuilder.Manifest;
using BookBuilder.Model.Diagnostics;
using BookBuilder.Pandoc;
using BookBuilder.Translation;

namespace BookBuilder.Quarto;

/// <summary>A document of a Quarto book while it is told again.</summary>
/// <param name="Path">Its file in the translated book.</param>
/// <param name="Lines">Its text.</param>
/// <param name="Data">What its YAML block says.</param>
internal sealed partial record QuartoChapter(string Path, ImmutableArray<SourceLine> Lines, YamlMap? Data)
{
    /// <summary>The file it has where no other document has it: its results lie under this name.</summary>
    public string OwnPath { get; init; } = Path;

    /// <summary>The file that a document becomes.</summary>
    public static string Told(string source) => source[..^System.IO.Path.GetExtension(source).Length] + ".md";

    /// <summary>Reads a document and tells all of it that needs no knowledge of the others; null when it cannot be read.</summary>
    public static QuartoChapter? Read(IBookFiles files, string path, SourceSpan mention, QuartoProject project, QuartoScope scope, TranslationAccount log)
    {
        ImmutableArray<SourceLine>? read = path.EndsWith(".ipynb", StringComparison.OrdinalIgnoreCase)
            ? Notebook.Read(files, path, mention, log) : SourceText.Lines(files, path, mention, log.Said);
        if (read is not { } lines) return null;
        lines = Shortcodes.Include(files, lines, log);
        if (QuartoCells.Has(lines) && FreezeResults.Read(files, path, lines, log) is { } executed) lines = executed;
        (lines, YamlMap? own) = MetadataBlocks.Take(lines, log);
        YamlMap data = (FolderData(files, path, log) ?? new YamlMap([], SourceSpan.None)).Over(own ?? new YamlMap([], SourceSpan.None));
        YamlMap all = project.Config.Over(data);
        if (project.Config.At("book") is YamlMap book) all = book.Over(all);
        lines = scope.Cells.Translate(lines, path, all, scope);
        lines = Shortcodes.Translate(lines, all, project.Variables, log);
        foreach (FencedDivision division in Callouts(DivisionTree.Read(lines))) scope.Callouts.TryAdd(division.Attributes.Id!, Divisions.CalloutWords(division));
        lines = new Divisions(all, scope, log).Translate(lines);
        lines = Spans(lines, all, log);
        lines = QuartoCode.Translate(lines, log);
        return new QuartoChapter(Told(path), lines, data).Titled(log);
    }

    /// <summary>Whether its title is numbered.</summary>
    public bool IsNumbered => Data.Flag("number-sections") != false
        && !(Lines.FirstOrDefault(l => Title().IsMatch(l.Text)).Text is { } title && AttributeList.AtEnd(title)?.List.Has("unnumbered") == true);

    /// <summary>The text with references and all the rest of Pandoc's Markdown told, when the whole book is known.</summary>
    public ImmutableArray<SourceLine> Finished(IBookFiles files, QuartoScope scope, TranslationAccount log)
    {
        ImmutableArray<SourceLine> lines = PandocMarkdown.Translate(scope.Refer(Lines, log), log);
        string source = OwnPath[..^3];
        return new PictureFiles(files, log).Settle(lines, Path, [$"_freeze/{source}", BookPath.FolderOf(Path)]);
    }

    /// <summary>The title of the YAML block as the heading of level 1; headings of that level in the text are sections then.</summary>
    private QuartoChapter Titled(TranslationAccount log)
    {
        if (BookData.Plain(Data.Text("title")) is not { } title) return this;
        SourceSpan span = BookData.Span(Data, "title");
        bool[] isText = RunningText.Find(Lines);
        int first = Array.FindIndex(isText, 0, t => t) is int start and >= 0 ? start : 0;
        int heading = -1;
        for (int i = 0; i < Lines.Length; i++)
            if (isText[i] && Title().IsMatch(Lines[i].Text)) { heading = i; break; }
        var attributes = new AttributeList(Data.Text("id"), Data.Flag("number-sections") == false ? ["unnumbered"] : [], []);
        ImmutableArray<SourceLine> body = Lines;
        if (heading >= 0)
        {
            string words = AttributeList.AtEnd(Lines[heading].Text)?.Before ?? Lines[heading].Text;
            if (HeadingWords.Plain(words.TrimStart('#', ' ')).Equals(title, StringComparison.OrdinalIgnoreCase))
            {
                // Written twice: the heading has the label.
                return this;
            }
            log.Find(Carrying.Approximated, "title in YAML beside headings of level 1", span, "sections one level deeper");
            body = [.. body.Select((l, i) => isText[i] && AnyHeading().IsMatch(l.Text) ? l.With("#" + l.Text.TrimStart()) : l)];
        }
        var top = new SourceLine($"# {title} {attributes}".TrimEnd(), span.Path ?? "", span.Start.Line);
        List<SourceLine> told = [top, top.With("")];
        if (BookData.Plain(Data.Text("subtitle")) is { } subtitle) told.AddRange([top.With($"*{subtitle}*"), top.With("")]);
        return this with { Lines = [.. told, .. body] };
    }

    /// <summary><c>[text]{.content-visible when-format="pdf"}</c> and spans for the margin.</summary>
    private static ImmutableArray<SourceLine> Spans(ImmutableArray<SourceLine> lines, YamlMap? data, TranslationAccount log)
    {
        if (!lines.Any(l => l.Text.Contains("]{.", StringComparison.Ordinal))) return lines;
        return [.. lines.Select(l => l.Text.Contains("]{.", StringComparison.Ordinal) ? l.With(CodeSpans.Replace(l.Text, Span(), m =>
        {
            if (AttributeList.Read(m.Groups[2].Value, 0, out _) is not { } list) return m.Value;
            if (list.Has("content-visible") || list.Has("content-hidden"))
            {
                bool isShown = OutputConditions.IsShown(list, data);
                log.Find(isShown ? Carrying.Supported : Carrying.LeftOut, "conditional text", l.At(m.Index, m.Length), isShown ? "" : "it is not meant for print, and both outputs say the same");
                return isShown ? m.Groups[1].Value : "";
            }
            if (!list.Has("aside") && !list.Has("column-margin")) return m.Value;
            log.Find(Carrying.Approximated, "text in the margin", l.At(m.Index, m.Length), "a note");
            return $"^[{m.Groups[1].Value}]";
        })) : l)];
    }

    /// <summary><c>_metadata.yml</c> of the document's folder and those above it.</summary>
    private static YamlMap? FolderData(IBookFiles files, string path, TranslationAccount log)
    {
        YamlMap? data = null;
        string folder = BookPath.FolderOf(path);
        string[] parts = folder.Split('/', StringSplitOptions.RemoveEmptyEntries);
        for (int i = 1; i <= parts.Length; i++)
        {
            string name = string.Join('/', parts[..i]) + "/_metadata.yml";
            if (SourceText.TryText(files, name) is { } yaml && YamlLookup.ReadProject(yaml, name, log.Said) is { } map) data = data.Over(map);
        }
        return data;
    }

    private static IEnumerable<FencedDivision> Callouts(ImmutableArray<DivisionNode> nodes) => nodes.OfType<FencedDivision>().SelectMany(d =>
        Callouts(d.Content).Concat(d.Attributes.Id is not null && d.Attributes.Classes.Any(c => c.StartsWith("callout-", StringComparison.Ordinal)) ? [d] : Array.Empty<FencedDivision>()));

    [GeneratedRegex(@"^#[ \t]+\S")]
    private static partial Regex Title();

    [GeneratedRegex(@"^ {0,3}#{1,5}[ \t]+\S")]
    private static partial Regex AnyHeading();

    [GeneratedRegex(@"\[((?:[^\[\]]|\[[^\[\]]*\])*)\](\{\.[^{}]*\})")]
    private static partial Regex Span();
}
