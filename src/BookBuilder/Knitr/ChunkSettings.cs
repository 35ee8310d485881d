using System.Collections.Immutable;

namespace BookBuilder.Knitr;

/// <summary>What a chunk's options, and the document's defaults behind them, ask for (knitr, R/defaults.R).</summary>
internal sealed record ChunkSettings
{
    /// <summary>Whether the code is shown.</summary>
    public bool Echo { get; init; } = true;
    /// <summary>Whether it is run.</summary>
    public bool Eval { get; init; } = true;
    /// <summary>Whether anything of the chunk is shown.</summary>
    public bool Include { get; init; } = true;
    /// <summary>How what it prints is shown: "markup", "asis", "hold", "hide".</summary>
    public string Results { get; init; } = "markup";
    /// <summary>What stands before each printed line; empty for nothing.</summary>
    public string Comment { get; init; } = "##";
    /// <summary>When plots are shown: "asis", "hold", "animate", "hide".</summary>
    public string FigureShow { get; init; } = "asis";
    /// <summary>The captions of its figures, Markdown; empty when it has none.</summary>
    public ImmutableArray<string> Captions { get; init; } = [];
    /// <summary>Their descriptions for those who do not see them; empty when there are none.</summary>
    public ImmutableArray<string> Alternatives { get; init; } = [];
    /// <summary>Their short captions, for the list of figures.</summary>
    public string? ShortCaption { get; init; }
    /// <summary>The width a figure is shown at, in this book's words ("70%", "3in"); null when it is not said.</summary>
    public string? Width { get; init; }
    /// <summary>The caption of a table, Markdown; null when it has none.</summary>
    public string? TableCaption { get; init; }
    /// <summary>Whether it is to show a figure that has a number.</summary>
    public bool IsFigure { get; init; }
    /// <summary>Whether it is to show a table that has a number, as far as its options say.</summary>
    public bool IsTable { get; init; }
    /// <summary>Documents to be knitted in the chunk's place.</summary>
    public ImmutableArray<string> Children { get; init; } = [];
    /// <summary>The first part of the names of files with its plots; null for the usual one.</summary>
    public string? FigurePath { get; init; }
    /// <summary>Options whose values only R knows.</summary>
    public ImmutableArray<string> Unknown { get; init; } = [];
    /// <summary>Options that mean something to other outputs only.</summary>
    public ImmutableArray<string> Ignored { get; init; } = [];

    // How a picture is drawn or placed there; a finished picture keeps its form, and the design places it.
    private static readonly string[] NotHere =
    [
        "fig.link", "fig.subcap", "fig.ncol", "fig.sep", "fig.env", "fig.pos", "fig.extra", "out.extra", "fig.process", "ref.label", "file", "code", "animation.hook", "interval",
        "class.source", "class.output", "attr.source", "attr.output", "attr.warning", "lst.cap", "code.fold", "code.summary", "column", "layout.ncol", "tbl.subcap", "fig.fullwidth",
    ];

    /// <summary>The settings of a chunk.</summary>
    public static ChunkSettings Of(Chunk chunk, IReadOnlyDictionary<string, ChunkOption> defaults, REvaluator r)
    {
        List<string> unknown = [];
        RValue? Value(string name)
        {
            if ((chunk[name] ?? defaults.GetValueOrDefault(name)) is not { } option) return null;
            RValue? value = option.Value(r);
            if (value is null) unknown.Add(name);
            return value;
        }
        bool Flag(string name) => Value(name) switch
        {
            RVector { Type: RType.Logical, Length: 1 } v => v.Cells[0].Number != 0,
            RVector { Type: RType.Text, Single: "false" or "FALSE" } => false,
            _ => true,
        };
        ImmutableArray<string> Texts(string name) => Value(name) is RVector v ? [.. Enumerable.Range(0, v.Length).Select(i => v.TextAt(i)).OfType<string>().Where(t => t.Trim().Length > 0)] : [];
        string Text(string name, string usual) => Texts(name) is [{ } text, ..] ? text : usual;

        var usual = new ChunkSettings();
        ImmutableArray<string> captions = Texts("fig.cap");
        string? tableCaption = Texts("tab.cap") is [{ } caption, ..] ? caption : Texts("tbl.cap") is [{ } quartos, ..] ? quartos : null;
        if (captions.IsEmpty && chunk["fig.cap"] is { Expression: { } computed } && unknown.Contains("fig.cap")) captions = [$"`{computed.Replace("`", "'", StringComparison.Ordinal)}`"];
        return new ChunkSettings
        {
            Echo = Flag("echo"),
            Eval = Flag("eval"),
            Include = Flag("include"),
            Results = Value("results") is RVector { Type: RType.Logical } or RVector { Single: "FALSE" } ? "hide" : Text("output", "") == "asis" ? "asis" : Flag("output") ? Text("results", usual.Results) : "hide",
            Comment = Value("comment") is RVector { Type: RType.Text, Single: { } comment } ? comment : defaults.ContainsKey("comment") || chunk["comment"] is not null ? "" : usual.Comment,
            FigureShow = Text("fig.show", usual.FigureShow),
            Captions = captions,
            IsFigure = !captions.IsEmpty,
            Alternatives = Texts("fig.alt"),
            ShortCaption = Texts("fig.scap") is [{ } shorter, ..] ? shorter : null,
            Width = PictureWidth.Of(Texts("out.width") is [{ } width, ..] ? width : null),
            TableCaption = tableCaption,
            IsTable = tableCaption is not null,
            Children = Texts("child"),
            FigurePath = Texts("fig.path") is [{ } path, ..] ? path : null,
            Ignored = [.. chunk.Options.Select(o => o.Name).Where(NotHere.Contains)],
            Unknown = [.. unknown.Distinct()],
        };
    }
}
