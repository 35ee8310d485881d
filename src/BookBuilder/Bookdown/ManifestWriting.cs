using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using BookBuilder.Files;
using BookBuilder.Manifest;
using BookBuilder.Model.Diagnostics;
using BookBuilder.Model.Resolution;
using BookBuilder.Translation;

namespace BookBuilder.Bookdown;

/// <summary>Writes book.yml: what the project's files say of the book, and its chapters.</summary>
internal sealed partial class ManifestWriting(BookdownProject project, IBookFiles files, Knitr.ChunkWriter writer, TranslationAccount account)
{
    private readonly ManifestText _text = new();
    private readonly HashSet<string> _read = new(StringComparer.Ordinal);

    /// <summary>The file.</summary>
    public TranslatedFile Write(ImmutableArray<BookChapter> chapters)
    {
        Text("title");
        Text("subtitle");
        Authors();
        Date();
        Language();
        foreach (string key in (ReadOnlySpan<string>)["description", "publisher", "rights"]) Text(key);
        Cover();
        Chapters(chapters);
        Contents();
        Labels();
        Page();
        Output();
        TellTheRest();
        return _text.ToFile();
    }

    /// <summary>The title as text; null when none is given.</summary>
    public string? Title => project.Head.TextAt("title") is { } title ? Words(title) : null;

    private void Text(string key)
    {
        _read.Add(key);
        if (project.Head.TextAt(key) is { } scalar) _text.Text(key, Words(scalar), scalar.Span);
    }

    /// <summary>A text of the head: R in it is settled, Markdown loses its marks.</summary>
    private string Words(YamlScalar scalar)
    {
        string text = InlineCode().Replace(scalar.Text, m => writer.Inline("r", m.Groups[1].Value, m.Value, scalar.Span).Trim('`'));
        return Heading.PlainOf(Break().Replace(text, " ")).Trim();
    }

    private void Authors()
    {
        _read.Add("author");
        YamlValue? given = project.Head.At("author");
        ImmutableArray<YamlValue> authors = given is YamlList list ? list.Items : given is null ? [] : [given];
        if (authors.IsEmpty) return;
        _text.Line("authors:", given!.Span);
        foreach (YamlValue author in authors)
        {
            if (author is YamlScalar name)
            {
                if (Words(name) is { Length: > 0 } words) _text.Line($"  - {ManifestText.Quoted(words)}", name.Span);
            }
            else if (author.TextAt("name") is { } named)
            {
                _text.Line($"  - name: {ManifestText.Quoted(Words(named))}", named.Span);
                if ((author.TextAt("affiliation") ?? author.TextAt("affiliations") ?? author.TextAt("institute")) is { } place) _text.Text("    affiliation", Words(place), place.Span);
            }
            else account.Find(Carrying.LeftOut, "author without a name", author.Span);
        }
    }

    /// <summary>A date that is one; the day of a build is none, for the same book is to give the same files.</summary>
    private void Date()
    {
        _read.Add("date");
        if (project.Head.TextAt("date") is not { Text.Length: > 0 } date) return;
        if (Clock().IsMatch(date.Text))
        {
            account.Find(Carrying.LeftOut, "date of the day", date.Span, "no date");
            account.Tell(Problems.DateOfTheDay(date.Text.Trim(), date.Span));
            return;
        }
        string words = Words(date);
        foreach (string form in (ReadOnlySpan<string>)["yyyy-MM-dd", "yyyy-M-d", "yyyy/MM/dd", "yyyy/M/d", "d MMMM yyyy", "d MMM yyyy", "MMMM d, yyyy", "MMM d, yyyy", "MMMM d yyyy", "M/d/yyyy", "dd.MM.yyyy", "d.M.yyyy"])
            if (DateOnly.TryParseExact(Ordinal().Replace(words, "$1"), form, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day))
            {
                _text.Line($"date: {day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}", date.Span);
                return;
            }
        account.Find(Carrying.LeftOut, "date that names no day", date.Span, "no date");
        account.Tell(Problems.DateWithoutDay(words, date.Span));
    }

    private void Language()
    {
        _read.Add("lang");
        if (project.Head.TextAt("lang") is not { } language) return;
        if (LanguageTag.IsWellFormed(language.Text)) _text.Text("lang", language.Text, language.Span);
        else if (LanguageTag.TagOf(language.Text) is { } tag) _text.Text("lang", tag, language.Span);
        else account.Tell(Problems.SettingUnread("lang", language.Text, language.Span));
    }

    private void Cover()
    {
        _read.Add("cover-image");
        YamlScalar? cover = project.Head.TextAt("cover-image") ?? (project.OutputSetting("cover_image") as YamlScalar);
        if (cover is null || BookPath.IsAddress(cover.Text)) return;
        string extension = cover.Text[(cover.Text.LastIndexOf('.') + 1)..].ToLowerInvariant();
        if (BookPath.Normalize(cover.Text) is not { } path || extension is not ("png" or "jpg" or "jpeg") || files.Read(path, 0) is FileMissing)
        {
            account.Find(Carrying.LeftOut, "cover image", cover.Span, "a cover made of title and authors");
            account.Tell(Problems.CoverUnusable(cover.Text, cover.Span));
            return;
        }
        account.Find(Carrying.Supported, "cover image", cover.Span);
        _text.Text("cover", path, cover.Span);
        if (project.Head.TextAt("cover-image-alt") is { } words) _text.Text("cover-alt", Words(words), words.Span);
        _read.Add("cover-image-alt");
    }

    private void Chapters(ImmutableArray<BookChapter> chapters)
    {
        List("front-matter", ChapterPlace.Front);
        bool inPart = false;
        if (chapters.Any(c => c.Place is ChapterPlace.Body or ChapterPlace.Part)) _text.Line("chapters:");
        foreach (BookChapter chapter in chapters)
            if (chapter.Place == ChapterPlace.Part)
            {
                _text.Line($"  - part: {ManifestText.Quoted(chapter.Path)}").Line($"    chapters:{(HasChapters(chapter) ? "" : " []")}");
                inPart = true;
            }
            else if (chapter.Place == ChapterPlace.Body)
                _text.Line($"{(inPart ? "      " : "  ")}- {ManifestText.Quoted(chapter.Path)}");
        List("appendices", ChapterPlace.Appendix);
        List("back-matter", ChapterPlace.Back);

        void List(string key, ChapterPlace place)
        {
            if (!chapters.Any(c => c.Place == place)) return;
            _text.Line(key + ":");
            foreach (BookChapter chapter in chapters.Where(c => c.Place == place)) _text.Line($"  - {ManifestText.Quoted(chapter.Path)}");
        }

        bool HasChapters(BookChapter part)
        {
            BookChapter? next = chapters.Skip(chapters.IndexOf(part) + 1).FirstOrDefault(c => c.Place is ChapterPlace.Part or ChapterPlace.Body);
            return next is { Place: ChapterPlace.Body };
        }
    }

    private void Contents()
    {
        if (project.OutputSetting("toc_depth") is YamlScalar depth && int.TryParse(depth.Text, NumberStyles.None, CultureInfo.InvariantCulture, out int levels) && levels is >= 1 and <= 6)
            _text.Line($"toc: {{ depth: {levels} }}", depth.Span);
        string[] lists = [.. Wanted("lof", "figures"), .. Wanted("lot", "tables")];
        if (lists.Length > 0) _text.Line($"lists: [{string.Join(", ", lists)}]");
        if (project.OutputSetting("number_sections") is YamlScalar { Text: "false" or "no" or "FALSE" or "False" } unnumbered) _text.Line("numbering: false", unnumbered.Span);
        if (project.OutputSetting("global_numbering") is YamlScalar { Text: "true" or "yes" or "TRUE" } all)
        {
            account.Find(Carrying.Approximated, "numbers through the whole book", all.Span, "numbers by chapter");
            account.Tell(Problems.SettingUnread("global_numbering", all.Text, all.Span));
        }
    }

    private string[] Wanted(string key, string list)
    {
        _read.Add(key);
        return project.Head.Flag(key) == true || (project.OutputSetting(key) as YamlScalar)?.Text is "true" or "yes" ? [list] : [];
    }

    /// <summary><c>language: label:, ui:</c> of _bookdown.yml.</summary>
    private void Labels()
    {
        List<(string Key, YamlScalar Word)> words = [];
        foreach ((string own, string key) in (ReadOnlySpan<(string, string)>)[("fig", "figure"), ("tab", "table"), ("eq", "equation"), ("thm", "theorem"), ("lem", "lemma"), ("cor", "corollary"), ("prp", "proposition"),
            ("cnj", "conjecture"), ("def", "definition"), ("exm", "example"), ("exr", "exercise"), ("hyp", "hypothesis"), ("proof", "proof"), ("remark", "remark"), ("solution", "solution")])
            if (project.Book.At("language", "label", own) is YamlScalar word) words.Add((key, word));
        foreach ((string own, string key) in (ReadOnlySpan<(string, string)>)[("chapter_name", "chapter"), ("appendix_name", "appendix")])
            if (project.Book.TextAt("language", "ui", own) is { } word)
            {
                if (project.Book.At("language", "ui", own) is YamlList) account.Find(Carrying.Approximated, own, word.Span, "the words before the number");
                words.Add((key, word));
            }
        List<string> lines = [];
        foreach ((string key, YamlScalar word) in words)
        {
            string text = word.Text.Trim().TrimEnd('.', ':', ' ');
            if (word.Tag is not null || text.Contains("function", StringComparison.Ordinal) || !BookTerms.OwnKeys.Contains(key) || text.Length == 0)
            {
                if (text.Length == 0) continue;
                account.Find(word.Tag is null ? Carrying.LeftOut : Carrying.NeedsProgram, $"word for {key}", word.Span, "the language's word");
                account.Tell(Problems.SettingUnread(key, word.Text, word.Span));
            }
            else lines.Add($"  {key}: {ManifestText.Quoted(text)}");
        }
        if (lines.Count == 0) return;
        _text.Line("labels:");
        foreach (string line in lines) _text.Line(line);
    }

    /// <summary>What of LaTeX's page has a counterpart.</summary>
    private void Page()
    {
        List<string> lines = [];
        string Of(string key)
        {
            _read.Add(key);
            return string.Join(',', project.Head.TextsAt(key).Select(t => t.Text)).ToLowerInvariant();
        }
        string paper = Of("papersize"), options = Of("classoption"), geometry = Of("geometry"), size = Of("fontsize");
        string all = $"{paper},{options},{geometry}";
        foreach (string known in (ReadOnlySpan<string>)["a4", "a5", "letter"])
            if (all.Contains(known, StringComparison.Ordinal) && lines.Count == 0) lines.Add($"  paper: {known}");
        if (options.Contains("openany", StringComparison.Ordinal)) lines.Add("  opening: any");
        if (options.Contains("oneside", StringComparison.Ordinal)) lines.Add("  sides: one");
        if (Points().Match(size) is { Success: true } points && int.Parse(points.Groups[1].Value, CultureInfo.InvariantCulture) is >= 8 and <= 14) lines.Add($"  size: {points.Groups[1].Value}pt");
        if (geometry.Length > 0) account.Find(Carrying.Approximated, "geometry", project.Head.TextAt("geometry")!.Span, "the margins of the design");
        if (lines.Count == 0) return;
        _text.Line("pdf:");
        foreach (string line in lines) _text.Line(line);
    }

    private void Output()
    {
        if (project.Book.TextAt("book_filename") is not { } name) return;
        string stem = BookPath.StemOf(name.Text);
        if (stem.Length is > 0 and <= 100 && !stem.StartsWith('_') && !stem.StartsWith('.') && stem.IndexOfAny(['/', '\\', ':', '*', '?', '"', '<', '>', '|']) < 0)
            _text.Line($"output: {{ name: {ManifestText.Quoted(stem)} }}", name.Span);
    }

    /// <summary>Settings without a counterpart are noted; those that change the words of the book are told as well.</summary>
    private void TellTheRest()
    {
        foreach (YamlEntry entry in project.Head?.Entries ?? [])
            if (!_read.Contains(entry.Key)) account.Find(Carrying.LeftOut, $"setting {entry.Key}", entry.KeySpan);
        foreach ((string format, YamlEntry entry) in project.OutputSettings())
            if (entry.Key is not ("toc_depth" or "number_sections" or "cover_image" or "lof" or "lot")) account.Find(Carrying.LeftOut, $"setting {format}: {entry.Key}", entry.KeySpan);
        foreach (YamlEntry entry in project.Book?.Entries ?? [])
            if (entry.Key is not ("book_filename" or "rmd_files" or "rmd_subdir" or "include_md" or "language")) account.Find(Carrying.LeftOut, $"setting {entry.Key}", entry.KeySpan);
        foreach (string script in (ReadOnlySpan<string>)["before_chapter_script", "after_chapter_script"])
            if (project.Book.TextAt(script) is { Text.Length: > 0 } given)
            {
                account.Find(Carrying.NeedsProgram, script, given.Span, "nothing");
                account.Tell(Problems.NeedsProgram($"the {script} '{given.Text}'", "R", given.Span, "it is not run"));
            }
        if (project.Head.At("bibliography") is { } sources) account.Tell(Problems.BibliographyUnread(sources.Span));
    }

    [GeneratedRegex(@"`r[ #]([^`]+)`")]
    private static partial Regex InlineCode();

    [GeneratedRegex(@"<br\s*/?>|\\\\|\r?\n")]
    private static partial Regex Break();

    [GeneratedRegex(@"Sys\.(?:Date|time)|\bdate\(\)|\bnow\(\)|\btoday\b|last-modified")]
    private static partial Regex Clock();

    [GeneratedRegex(@"\b(\d{1,2})(?:st|nd|rd|th)\b")]
    private static partial Regex Ordinal();

    [GeneratedRegex(@"^(\d{1,2})(?:pt)?$")]
    private static partial Regex Points();
}
