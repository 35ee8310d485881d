using System.Collections.Immutable;
using System.Globalization;
using BookBuilder.Files;
using BookBuilder.Model.Diagnostics;
using BookBuilder.Translation;

namespace BookBuilder.Knitr;

/// <summary>Goes through the chunks of a document, or of a book that is knitted as one, in their order, as knitr would: defaults, variables and labels go on from chunk to chunk.</summary>
internal sealed class KnitrSession
{
    private readonly Dictionary<string, ChunkOption> _defaults = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SourceSpan> _labels = new(StringComparer.Ordinal);
    private int _unnamed;

    /// <summary>A session.</summary>
    /// <param name="files">The book's files.</param>
    /// <param name="folder">The folder in which paths begin; empty for the root.</param>
    public KnitrSession(IBookFiles files, string folder = "")
    {
        R = new REvaluator(files, folder);
        Cache = new FigureCache(files);
    }

    /// <summary>The values known so far.</summary>
    public REvaluator R { get; private set; }

    /// <summary>Whether the chunks are Quarto's cells: whatever stands in braces is a program's, and a label that begins with <c>fig-</c> or <c>tbl-</c> says what is shown.</summary>
    public bool HasCells { get; init; }

    /// <summary>Begins anew, as R does for each document of a book that is knitted one by one.</summary>
    public void Restart() => Restart(R.Folder);

    /// <summary>Begins anew in a folder, in which paths begin; empty for the root.</summary>
    public void Restart(string folder)
    {
        R = new REvaluator(R.Files, folder);
        _defaults.Clear();
        _labels.Clear();
        _unnamed = 0;
    }

    /// <summary>The plots of earlier runs.</summary>
    public FigureCache Cache { get; }

    /// <summary>Sets an option that chunks have unless they say otherwise (a project's <c>execute:</c>).</summary>
    public void SetDefault(ChunkOption option) => _defaults[option.Name] = option;

    /// <summary>The chunk with a label: its own, or the next "unnamed-chunk-N". A label that stands twice is an error, as it is in knitr.</summary>
    public Chunk Labelled(Chunk chunk, DiagnosticSink sink)
    {
        if (chunk.Label is not { } label)
            return chunk with { Label = string.Create(CultureInfo.InvariantCulture, $"unnamed-chunk-{++_unnamed}") };
        SourceSpan span = chunk.Header.At(0, chunk.Header.Text.Length);
        if (!_labels.TryAdd(label, span)) sink.Report(Problems.ChunkLabelTwice(label, span, _labels[label]));
        return chunk;
    }

    /// <summary>Whether a chunk has no label of its author's.</summary>
    public static bool IsUnnamed(Chunk chunk) => chunk.Label is null || chunk.Label.StartsWith("unnamed-chunk-", StringComparison.Ordinal);

    /// <summary>What the options of a chunk ask for.</summary>
    public ChunkSettings SettingsOf(Chunk chunk)
    {
        ChunkSettings settings = ChunkSettings.Of(chunk, _defaults, R);
        return !HasCells || chunk.Label is not { } label ? settings : settings with
        {
            IsFigure = settings.IsFigure || label.StartsWith("fig-", StringComparison.Ordinal),
            IsTable = settings.IsTable || label.StartsWith("tbl-", StringComparison.Ordinal),
        };
    }

    /// <summary>Goes through a chunk of R and finds out what it shows.</summary>
    public ChunkOutcome Run(Chunk chunk)
    {
        ChunkSettings settings = SettingsOf(chunk);
        var shown = ImmutableArray.CreateBuilder<ChunkShown>();
        bool isHidden = !settings.Include;
        if (settings.Echo && !isHidden && !chunk.Body.IsEmpty) shown.Add(new ShownCode(chunk.Body));
        if (!settings.Eval) return new(settings, shown.ToImmutable());
        if (RParser.Read(chunk.Code) is not { } statements)
        {
            // Code that cannot even be read may show anything.
            if (!isHidden && chunk.Body.Any(l => !l.IsBlank)) shown.Add(new ShownByRunning("code that cannot be understood here"));
            return new(settings, shown.ToImmutable());
        }
        foreach (RStatement statement in statements)
        {
            KeepDefaults(statement.Expression);
            RValue? value = R.Run(statement);
            if (!isHidden && Shown(value, settings) is { } output) shown.Add(output);
        }
        return new(settings, Merged(shown));
    }

    private ChunkShown? Shown(RValue? value, ChunkSettings settings) => value switch
    {
        RSilence or RNull => null,
        RPictures pictures when settings.FigureShow != "hide" => new ShownPictures(pictures.Paths),
        RPictures => null,
        _ when settings.Results == "hide" => null,
        null => new ShownByRunning(R.Missing),
        RTable table => new ShownTable(table),
        RFrame frame => new ShownTable(RKable.Plain(frame)),
        RWritten written when settings.Results == "asis" => new ShownMarkdown(written.Text),
        RWritten written => new ShownText(written.Text),
        RVector vector when settings.Results == "asis" => new ShownMarkdown(RPrinting.Vector(vector) ?? ""),
        RVector vector when RPrinting.Vector(vector) is { } printed => new ShownText(printed),
        _ => new ShownByRunning("what print() shows of it"),
    };

    /// <summary>What several statements write is one text; that several need R is said once.</summary>
    private static ImmutableArray<ChunkShown> Merged(IEnumerable<ChunkShown> shown)
    {
        List<ChunkShown> merged = [];
        foreach (ChunkShown next in shown)
            switch (next, merged.LastOrDefault())
            {
                case (ShownMarkdown text, ShownMarkdown before): merged[^1] = new ShownMarkdown(before.Text + text.Text); break;
                case (ShownText text, ShownText before): merged[^1] = new ShownText(before.Text.TrimEnd('\n') + "\n" + text.Text); break;
                case (ShownByRunning, _) when merged.Any(m => m is ShownByRunning): break;
                default: merged.Add(next); break;
            }
        return [.. merged];
    }

    /// <summary><c>knitr::opts_chunk$set(echo = FALSE, …)</c>.</summary>
    private void KeepDefaults(RExpression expression)
    {
        if (expression is not RCall call || !call.Name.EndsWith("opts_chunk$set", StringComparison.Ordinal)) return;
        foreach (RArgument argument in call.Arguments)
            if (argument is { Name: { } name, Value: { } value })
            {
                RValue? known = R.Evaluate(value);
                _defaults[name.Replace('-', '.')] = new ChunkOption(name, RPrinting.Source(known), null, SourceSpan.None);
            }
    }
}
