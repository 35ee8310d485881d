using System.Collections.Immutable;
using System.Globalization;
using BookBuilder.Files;
using BookBuilder.Model.Diagnostics;
using BookBuilder.Translation;

namespace BookBuilder.Knitr;

/// <summary>Writes what chunks show, in the book's own form, and tells what only a run would show.</summary>
/// <param name="session">The session the chunks belong to.</param>
/// <param name="settings">What stands for code that would have to be run.</param>
/// <param name="account">Where constructs and complaints are noted.</param>
internal sealed class ChunkWriter(KnitrSession session, TranslationSettings settings, TranslationAccount account)
{
    private readonly Dictionary<string, TranslatedFile> _drawings = new(StringComparer.Ordinal);
    private readonly Dictionary<SourceSpan, string> _unrun = [];

    /// <summary>The drawings made in place of missing figures, files of the translated book.</summary>
    public IEnumerable<TranslatedFile> Drawings => _drawings.Values;

    /// <summary>The address of a drawing that holds the place of a picture.</summary>
    /// <param name="name">What names the picture.</param>
    /// <param name="words">What is said in its place.</param>
    public string Hold(string name, string words)
    {
        TranslatedFile drawing = MissingDrawing.File(name, words);
        // Documents that know nothing of each other may give two things one name.
        for (int n = 2; !_drawings.TryAdd(drawing.Path, drawing) && _drawings[drawing.Path].Text != drawing.Text; n++)
            drawing = MissingDrawing.File(string.Create(CultureInfo.InvariantCulture, $"{name}-{n}"), words);
        return "/" + drawing.Path;
    }

    /// <summary>The program that would have to run a chunk written before; null when none would.</summary>
    public string? ProgramOf(Chunk chunk) => _unrun.GetValueOrDefault(Place(chunk));

    /// <summary>The lines that stand for a chunk.</summary>
    /// <param name="chunk">The chunk, labelled.</param>
    /// <param name="document">The document's file, relative to the root.</param>
    public ImmutableArray<SourceLine> Write(Chunk chunk, string document)
    {
        var lines = new LineList(chunk.Prefix, chunk.Header);
        if (!chunk.IsClosed) return lines.Code("", chunk.Written).ToImmutable();
        ChunkOutcome outcome = chunk.Engine.Equals("r", StringComparison.OrdinalIgnoreCase) ? session.Run(chunk) : EngineRun.Of(chunk, session);
        NoteOptions(chunk, outcome.Settings);
        ImmutableArray<string> plots = outcome.Shown.Any(s => s is ShownByRunning) && outcome.Settings.FigureShow != "hide" ? session.Cache.Find(chunk.Label!, document) : [];
        ImmutableArray<string> usable = [.. plots.Where(p => !FigureCache.IsPdf(p))];
        bool needsRun = outcome.Shown.Any(s => s is ShownByRunning) && usable.IsEmpty;
        var figures = new FigureLines(lines, chunk, outcome.Settings, account);
        if (needsRun && settings.UnrunCode == UnrunCode.Code && !outcome.Shown.Any(s => s is ShownCode) && chunk.Body.Any(l => !l.IsBlank)) lines.Code(chunk.Info ?? Language(chunk), chunk.Body);
        int pictures = outcome.Shown.OfType<ShownPictures>().Sum(p => p.Paths.Length) + usable.Length;
        foreach (ChunkShown shown in outcome.Shown)
            switch (shown)
            {
                case ShownCode code: lines.Code(chunk.Info ?? Language(chunk), code.Lines); break;
                case ShownText text: AddOutput(lines, text.Text, outcome.Settings.Comment); break;
                case ShownMarkdown markdown: lines.Gap().AddText(markdown.Text).Add(""); break;
                case ShownTable table: AddTable(lines, chunk, table.Table, outcome.Settings, ReferenceEquals(shown, outcome.Shown.First(s => s is ShownTable))); break;
                case ShownPictures shownPictures:
                    account.Find(Carrying.Supported, "include_graphics", Place(chunk));
                    figures.Add(shownPictures.Paths.Select(p => FromRoot(p)), pictures);
                    break;
                case ShownByRunning when !usable.IsEmpty:
                    account.Find(Carrying.Supported, "cached figure", Place(chunk), "the picture of an earlier run");
                    figures.Add(usable.Select(p => "/" + p), pictures);
                    break;
                case ShownByRunning running: AddUnrun(lines, figures, chunk, running.What, outcome.Settings, plots); break;
            }
        return lines.ToImmutable();
    }

    /// <summary>The text an inline expression stands for; as it was written when that is not known.</summary>
    /// <param name="engine">Its language: "r", "python".</param>
    /// <param name="code">The expression.</param>
    /// <param name="written">All of it as it was written, with its backticks.</param>
    /// <param name="span">Where it stands.</param>
    public string Inline(string engine, string code, string written, SourceSpan span)
    {
        string program = EngineRun.Program(engine), construct = $"inline {program}";
        if (program == "R")
        {
            session.R.AskedForOutput = false;
            RValue? value = session.R.Evaluate(code);
            if (value is not null && RPrinting.Inline(value) is { } text)
            {
                account.Find(session.R.AskedForOutput ? Carrying.Approximated : Carrying.Supported, construct, span, session.R.AskedForOutput ? "what HTML shows, in both outputs" : "");
                return text;
            }
        }
        account.Find(Carrying.NeedsProgram, construct, span, settings.UnrunCode == UnrunCode.Placeholder ? "a placeholder" : "its code");
        string what = program == "R" ? $"`r {Shortened(code.Trim())}`" : $"`{{{engine}}} {Shortened(code.Trim())}`";
        if (settings.UnrunCode == UnrunCode.Error) account.Tell(Problems.NeedsProgramError(what, program, span));
        else account.Tell(Problems.NeedsProgram(what, program, span, settings.UnrunCode == UnrunCode.Placeholder ? "a placeholder stands for it" : "its code is shown"));
        return settings.UnrunCode == UnrunCode.Placeholder ? "[…]" : written;
    }

    private void AddUnrun(LineList lines, FigureLines figures, Chunk chunk, string what, ChunkSettings options, ImmutableArray<string> plots)
    {
        string program = EngineRun.Program(chunk.Engine);
        _unrun[Place(chunk)] = program;
        NoteUnrun(chunk, what, program, plots);
        if (options.IsFigure)
            figures.Add([Hold(chunk.Label!, $"This figure is drawn by {program}")], 1);
        else if ((options.TableCaption ?? CaptionInCode.Of(chunk.Code)) is var caption && (caption is not null || options.IsTable))
        {
            string label = CaptionInCode.Label(chunk.Code) ?? chunk.Label!;
            PipeTable.AddUnrun(lines, program, Captioned(caption ?? "", label, KnitrSession.IsUnnamed(chunk)));
        }
        else if (settings.UnrunCode == UnrunCode.Placeholder)
            lines.Gap().Add(KnitrSession.IsUnnamed(chunk) ? $"*Here stands what {program} makes of its code.*" : $"*Here stands what {program} makes of the chunk ‘{chunk.Label}’.*").Add("");
    }

    private void NoteUnrun(Chunk chunk, string what, string program, ImmutableArray<string> plots)
    {
        string became = settings.UnrunCode == UnrunCode.Placeholder ? "a placeholder stands for its result" : "its code is shown";
        if (plots.Length > 0) became = $"'{plots[0]}' is a PDF, which cannot be set here; {became}";
        if (session.HasCells)
        {
            // The summary of a Quarto book tells each kind of cell once.
            account.Find(Carrying.NeedsProgram, $"cell {{{chunk.Engine}}}", Place(chunk), settings.UnrunCode == UnrunCode.Placeholder ? "a placeholder" : "its code");
            if (settings.UnrunCode == UnrunCode.Error) account.Tell(Problems.CellNeedsProgram(chunk.Engine, Place(chunk)));
            return;
        }
        account.Find(Carrying.NeedsProgram, $"{chunk.Engine} chunk", Place(chunk), became);
        string named = KnitrSession.IsUnnamed(chunk) ? what : what.EndsWith(" chunk", StringComparison.Ordinal) ? $"{what} '{chunk.Label}'" : $"{what} in chunk '{chunk.Label}'";
        account.Tell(settings.UnrunCode == UnrunCode.Error ? Problems.NeedsProgramError(named, program, Place(chunk)) : Problems.NeedsProgram(named, program, Place(chunk), became));
    }

    private void AddTable(LineList lines, Chunk chunk, RTable table, ChunkSettings options, bool isFirst)
    {
        string? caption = chunk["tbl.cap"] is null ? table.Caption ?? options.TableCaption : options.TableCaption ?? table.Caption;
        bool isUnnamed = KnitrSession.IsUnnamed(chunk) && table.Label is null;
        if (session.HasCells && !isFirst)
        {
            // Number and label of a cell are those of its first table.
            (caption, isUnnamed) = (table.Caption, true);
            options = options with { IsTable = false };
        }
        account.Find(table.Ignored.IsEmpty ? Carrying.Supported : Carrying.Approximated, "table from R", Place(chunk),
            table.Ignored.IsEmpty ? "" : $"a table without {string.Join(", ", table.Ignored.Distinct())}");
        if (!table.Ignored.IsEmpty) account.Tell(Problems.TableLooksIgnored(string.Join(", ", table.Ignored.Distinct()), Place(chunk)));
        PipeTable.Add(lines, table, caption is null && !options.IsTable ? null : Captioned(caption ?? "", table.Label ?? chunk.Label!, isUnnamed));
    }

    private static string Captioned(string caption, string label, bool isUnnamed)
    {
        string words = PipeTable.OneLine(caption);
        return isUnnamed || words.Contains("(\\#tab:", StringComparison.Ordinal) ? words : $"{words} {{#{FigureLines.Labelled("tbl", label)}}}".TrimStart();
    }

    private static void AddOutput(LineList lines, string text, string comment)
    {
        string lead = comment.Length == 0 ? "" : comment + " ";
        lines.Code("", text.TrimEnd('\n').Split('\n').Select(l => new SourceLine((lead + l).TrimEnd(), "", 0)));
    }

    /// <summary>Options that mean nothing here, and those only R knows.</summary>
    private void NoteOptions(Chunk chunk, ChunkSettings options)
    {
        foreach (string name in options.Ignored) account.Find(Carrying.LeftOut, $"chunk option {name}", chunk[name]!.Span);
        foreach (string name in options.Unknown)
        {
            if (chunk[name] is not { } option) continue;
            account.Find(Carrying.NeedsProgram, $"chunk option {name}", option.Span, "the usual value");
            account.Tell(Problems.NeedsProgram($"the value of the chunk's option '{name}'", "R", option.Span, name == "fig.cap" ? "its code is the caption" : "the usual value is taken"));
        }
    }

    /// <summary>A path of a knitted document begins in the book's root, wherever its text stands in the end.</summary>
    private string FromRoot(string path) =>
        BookPath.IsAddress(path) ? path : BookPath.Normalize(path, session.R.Folder) is { } normal ? "/" + normal : path;

    private static SourceSpan Place(Chunk chunk) => chunk.Header.At(0, chunk.Header.Text.Length);

    private static string Language(Chunk chunk) => chunk.Engine.ToLowerInvariant() is "verbatim" or "asis" or "embed" ? "" : chunk.Engine.ToLower(CultureInfo.InvariantCulture);

    private static string Shortened(string code) => code.Length > 40 ? code[..39] + "…" : code;
}
