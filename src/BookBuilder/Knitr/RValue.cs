using System.Collections.Immutable;

namespace BookBuilder.Knitr;

/// <summary>A value of R, as far as it is known without running it. A closed set.</summary>
internal abstract record RValue
{
    private protected RValue() { }
}

/// <summary>NULL.</summary>
internal sealed record RNull : RValue
{
    /// <summary>The only one.</summary>
    public static RNull Value { get; } = new();
}

/// <summary>What the cells of a vector are.</summary>
internal enum RType
{
    /// <summary>TRUE, FALSE.</summary>
    Logical,
    /// <summary>Numbers, whole or not.</summary>
    Number,
    /// <summary>Characters.</summary>
    Text,
}

/// <summary>A cell of a vector.</summary>
/// <param name="Text">Its characters when the vector holds text; null is NA.</param>
/// <param name="Number">Its number, or 1 and 0 for TRUE and FALSE; not a number is NA.</param>
internal readonly record struct RCell(string? Text, double Number);

/// <summary>A vector; a single value is one of length 1.</summary>
internal sealed record RVector(RType Type, ImmutableArray<RCell> Cells) : RValue
{
    /// <summary>The names of its cells; empty when they have none.</summary>
    public ImmutableArray<string> Names { get; init; } = [];
    /// <summary>How many cells it has.</summary>
    public int Length => Cells.Length;

    public static RVector Of(bool value) => new(RType.Logical, [new(null, value ? 1 : 0)]);
    public static RVector Of(double value) => new(RType.Number, [new(null, value)]);
    public static RVector Of(string? value) => new(RType.Text, [new(value, double.NaN)]);
    public static RVector OfTexts(IEnumerable<string?> values) => new(RType.Text, [.. values.Select(v => new RCell(v, double.NaN))]);
    public static RVector OfNumbers(IEnumerable<double> values) => new(RType.Number, [.. values.Select(v => new RCell(null, v))]);

    /// <summary>Vectors put together, as <c>c()</c> does: the widest type of them is that of all.</summary>
    public static RVector Joined(IEnumerable<RVector> parts)
    {
        ImmutableArray<RVector> all = [.. parts];
        RType type = all.Select(p => p.Type).DefaultIfEmpty(RType.Logical).Max();
        bool hasNames = all.Any(p => !p.Names.IsEmpty);
        return new RVector(type, [.. all.SelectMany(p => p.As(type).Cells)])
        {
            Names = hasNames ? [.. all.SelectMany(p => p.Names.IsEmpty ? Enumerable.Repeat("", p.Length) : p.Names)] : [],
        };
    }

    /// <summary>The same cells as another type.</summary>
    public RVector As(RType type) => type == Type ? this : this with
    {
        Type = type,
        Cells = type == RType.Text ? [.. Cells.Select((_, i) => new RCell(TextAt(i), double.NaN))] : [.. Cells.Select(c => new RCell(null, NumberOf(c)))],
    };

    /// <summary>A cell as it is pasted into text; null for NA.</summary>
    public string? TextAt(int index)
    {
        RCell cell = Cells[index];
        return Type switch
        {
            RType.Text => cell.Text,
            _ when double.IsNaN(cell.Number) => null,
            RType.Logical => cell.Number != 0 ? "TRUE" : "FALSE",
            _ => RNumber.Text(cell.Number, 15),
        };
    }

    /// <summary>The only text of the vector; null when it holds no or several cells.</summary>
    public string? Single => Length == 1 ? TextAt(0) : null;

    private double NumberOf(RCell cell) => Type == RType.Text ? RNumber.TryRead(cell.Text ?? "", out double n) ? n : double.NaN : cell.Number;
}

/// <summary>A column of a table.</summary>
internal sealed record RColumn(string Name, RVector Values);

/// <summary>A table: a data frame, a tibble, a matrix with names.</summary>
/// <param name="Columns">Its columns, all of one length.</param>
/// <param name="RowNames">The names of its rows; empty when they are only counted.</param>
internal sealed record RFrame(ImmutableArray<RColumn> Columns, ImmutableArray<string> RowNames) : RValue
{
    /// <summary>The number of rows.</summary>
    public int Rows => Columns.IsEmpty ? RowNames.Length : Columns[0].Values.Length;
}

/// <summary>A list.</summary>
internal sealed record RList(ImmutableArray<(string Name, RValue Value)> Items) : RValue;

/// <summary>Pictures that are to stand here: what <c>knitr::include_graphics()</c> gives.</summary>
internal sealed record RPictures(ImmutableArray<string> Paths) : RValue;

/// <summary>A table that is to be printed with caption and alignment: what <c>knitr::kable()</c> and its like give.</summary>
internal sealed record RTable(RFrame Frame) : RValue
{
    /// <summary>Its caption, Markdown; null when it has none.</summary>
    public string? Caption { get; init; }
    /// <summary>Its label; null for the chunk's.</summary>
    public string? Label { get; init; }
    /// <summary>One of l, c, r for each column; empty for the usual.</summary>
    public ImmutableArray<char> Align { get; init; } = [];
    /// <summary>The words over its columns.</summary>
    public required ImmutableArray<string> Heads { get; init; }
    /// <summary>The cells, row by row, Markdown.</summary>
    public required ImmutableArray<ImmutableArray<string>> Cells { get; init; }
    /// <summary>Remarks under it, Markdown.</summary>
    public ImmutableArray<string> Notes { get; init; } = [];
    /// <summary>What was asked for and is not done: "kable_styling".</summary>
    public ImmutableArray<string> Ignored { get; init; } = [];
}

/// <summary>Text that is written out: what <c>cat()</c> gives.</summary>
internal sealed record RWritten(string Text) : RValue;

/// <summary>Something done that shows nothing: <c>library()</c>, <c>set.seed()</c>.</summary>
internal sealed record RSilence : RValue
{
    /// <summary>The only one.</summary>
    public static RSilence Value { get; } = new();
}
