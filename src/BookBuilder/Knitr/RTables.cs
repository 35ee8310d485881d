using System.Collections.Immutable;
using System.Text;
using BookBuilder.Files;

namespace BookBuilder.Knitr;

/// <summary>Tables written out in code, read from the book's files, or cut out of others.</summary>
internal static class RTables
{
    /// <summary>The most bytes of a file of data; a longer one is no table of a book.</summary>
    private const long DataLimit = 8 << 20;

    public static RValue? Call(REvaluator r, RCall call) => call.Name switch
    {
        "tribble" or "frame_data" => Tribble(r, call),
        "matrix" => Matrix(r, call),
        "rbind" or "bind_rows" => Stacked(r, call),
        "cbind" => Framed(r, call),
        "as.data.frame" or "as_tibble" => call.Arguments is [{ Value: { } inner }, ..] && r.Evaluate(inner) is RFrame frame ? frame : r.Needs(call.Name + "()"),
        "head" or "tail" => Part(r, call),
        "t" => r.Needs("t()"),
        _ when call.Name.StartsWith("read", StringComparison.Ordinal) || call.Name == "fread" => ReadFile(r, call),
        _ => Framed(r, call),
    };

    /// <summary>A vector repeated to a length, as R does when it fits a whole number of times; null otherwise.</summary>
    public static RVector? Recycled(RVector vector, int rows) =>
        vector.Length == rows ? vector
        : vector.Length > 0 && rows % vector.Length == 0 ? vector with { Cells = [.. Enumerable.Range(0, rows).Select(i => vector.Cells[i % vector.Length])], Names = [] }
        : null;

    private static RValue? Framed(REvaluator r, RCall call)
    {
        List<RColumn> columns = [];
        bool checksNames = call.Name == "data.frame";
        ImmutableArray<string> rowNames = [];
        foreach (RArgument argument in call.Arguments)
        {
            if (argument.Value is null) continue;
            RValue? value = r.Evaluate(argument.Value);
            switch (argument.Name)
            {
                case "stringsAsFactors" or ".name_repair" or "deparse.level": continue;
                case "check.names":
                    checksNames = value is RVector { Type: not RType.Text, Length: 1 } flag && flag.Cells[0].Number != 0;
                    continue;
                case "row.names" when value is RVector names:
                    rowNames = [.. Enumerable.Range(0, names.Length).Select(i => names.TextAt(i) ?? "NA")];
                    continue;
            }
            if (value is RFrame frame) columns.AddRange(frame.Columns);
            else if (value is RVector vector) columns.Add(new RColumn(argument.Name ?? (argument.Value as RName)?.Name ?? $"V{columns.Count + 1}", vector));
            else return value is null ? null : r.Needs("a column that is no vector");
        }
        int rows = columns.Select(c => c.Values.Length).DefaultIfEmpty(0).Max();
        for (int i = 0; i < columns.Count; i++)
        {
            if (Recycled(columns[i].Values, rows) is not { } full) return r.Needs("columns of different lengths");
            columns[i] = new RColumn(checksNames ? Syntactic(columns[i].Name) : columns[i].Name, full);
        }
        return new RFrame([.. columns], rowNames.Length == rows ? rowNames : []);
    }

    /// <summary>A name as data.frame() makes it: what no name can hold becomes a full stop.</summary>
    private static string Syntactic(string name)
    {
        string made = new([.. name.Select(c => char.IsLetterOrDigit(c) || c is '.' or '_' ? c : '.')]);
        return made.Length == 0 || char.IsAsciiDigit(made[0]) || made[0] == '_' ? "X" + made : made;
    }

    private static RValue? Tribble(REvaluator r, RCall call)
    {
        List<string> names = [];
        List<RVector> cells = [];
        foreach (RArgument argument in call.Arguments)
        {
            if (argument.Value is null) continue;
            if (argument.Value is RCall { Name: "~", Arguments: [{ Value: { } heading }] })
                names.Add(heading switch { RName name => name.Name, RConstant { Value: RVector { Single: { } text } } => text, _ => $"V{names.Count + 1}" });
            else if (r.Evaluate(argument.Value) is RVector { Length: 1 } cell) cells.Add(cell);
            else return r.Needs("a cell that is no single value");
        }
        if (names.Count == 0 || cells.Count % names.Count != 0) return r.Needs("a table whose cells do not fill its rows");
        return new RFrame([.. names.Select((n, c) => new RColumn(n, RVector.Joined(cells.Where((_, i) => i % names.Count == c))))], []);
    }

    private static RValue? Matrix(REvaluator r, RCall call)
    {
        var given = new RArguments(r, call, "data", "nrow", "ncol", "byrow", "dimnames");
        if (given["data"] is not RVector data || data.Length == 0) return r.Needs("matrix()");
        int rows = (int)(given.Number("nrow") ?? Math.Ceiling(data.Length / (given.Number("ncol") ?? 1)));
        int columns = (int)(given.Number("ncol") ?? Math.Ceiling((double)data.Length / Math.Max(1, rows)));
        if (rows < 1 || columns < 1 || (long)rows * columns > 100_000) return r.Needs("matrix()");
        bool byRow = given.Flag("byrow", false);
        ImmutableArray<string> rowNames = [], names = [.. Enumerable.Range(1, columns).Select(i => $"V{i}")];
        if (given["dimnames"] is RList { Items: [var first, var second] })
        {
            if (first.Value is RVector ofRows && ofRows.Length == rows) rowNames = [.. Enumerable.Range(0, rows).Select(i => ofRows.TextAt(i) ?? "NA")];
            if (second.Value is RVector ofColumns && ofColumns.Length == columns) names = [.. Enumerable.Range(0, columns).Select(i => ofColumns.TextAt(i) ?? "NA")];
        }
        return new RFrame(
            [.. names.Select((n, c) => new RColumn(n, data with { Names = [], Cells = [.. Enumerable.Range(0, rows).Select(i => data.Cells[(byRow ? i * columns + c : c * rows + i) % data.Length])] }))],
            rowNames);
    }

    private static RValue? Stacked(REvaluator r, RCall call)
    {
        RFrame? sum = null;
        foreach (RArgument argument in call.Arguments)
        {
            if (argument.Value is null || r.Evaluate(argument.Value) is not RFrame frame) return r.Needs(call.Name + "()");
            if (sum is null) sum = frame;
            else if (!sum.Columns.Select(c => c.Name).SequenceEqual(frame.Columns.Select(c => c.Name))) return r.Needs(call.Name + "() of unlike tables");
            else sum = new RFrame([.. sum.Columns.Select((c, i) => c with { Values = RVector.Joined([c.Values, frame.Columns[i].Values]) })], []);
        }
        return sum ?? r.Needs(call.Name + "()");
    }

    private static RValue? Part(REvaluator r, RCall call)
    {
        var given = new RArguments(r, call, "x", "n");
        int count = (int)(given.Number("n") ?? 6);
        RValue? whole = given["x"];
        if (whole is null) return null;
        int rows = whole is RFrame table ? table.Rows : whole is RVector v ? v.Length : -1;
        if (rows < 0) return r.Needs(call.Name + "()");
        int kept = Math.Clamp(count < 0 ? rows + count : count, 0, rows);
        ImmutableArray<int> which = [.. Enumerable.Range(call.Name == "head" ? 0 : rows - kept, kept)];
        return whole is RFrame frame ? RIndexing.Rows(frame, which) : ((RVector)whole!) with { Cells = [.. which.Select(i => ((RVector)whole).Cells[i])], Names = [] };
    }

    private static RValue? ReadFile(REvaluator r, RCall call)
    {
        var given = new RArguments(r, call, "file", "header", "sep");
        if (given.Text("file") is not { } written) return r.Needs("the name of a file");
        if (BookPath.Normalize(written, r.Folder) is not { } path || r.Files.Read(path, DataLimit) is not FileFound found)
            return r.Needs($"the file '{written}', which is not in the book's folder,");
        string separator = given.Text("sep") ?? call.Name switch
        {
            "read.delim" or "read_tsv" => "\t",
            "read.csv2" or "read_csv2" => ";",
            "read.table" => "",
            _ => ",",
        };
        bool hasHead = call.Name != "read.table";
        hasHead = given.Has("col_names") ? given.Flag("col_names", true) : given.Flag("header", hasHead);
        var rows = CsvText.Read(Encoding.UTF8.GetString(found.Data.Span).TrimStart('\ufeff'), separator.Length == 1 ? separator[0] : '\0').Skip((int)Math.Clamp(given.Number("skip") ?? 0, 0, 1000)).ToImmutableArray();
        if (rows.IsEmpty) return new RFrame([], []);
        bool checksNames = call.Name is "read.csv" or "read.csv2" or "read.delim" or "read.table" && given.Flag("check.names", true);
        int width = rows.Max(row => row.Length);
        ImmutableArray<string> heads = hasHead ? rows[0] : [.. Enumerable.Range(1, width).Select(i => (call.Name.Contains('_') ? "X" : "V") + i)];
        ImmutableArray<ImmutableArray<string>> body = hasHead ? rows[1..] : rows;
        return new RFrame([.. Enumerable.Range(0, width).Select(c =>
        {
            string name = c < heads.Length ? heads[c] : "";
            return new RColumn(checksNames ? Syntactic(name) : name, Typed([.. body.Select(row => c < row.Length ? row[c] : "")]));
        })], []);
    }

    /// <summary>A column as numbers or TRUE and FALSE when all its cells are such; "NA" and empty ones are missing.</summary>
    private static RVector Typed(ImmutableArray<string> cells)
    {
        bool AllAre(Func<string, bool> kind) => cells.All(c => c.Trim() is "" or "NA" || kind(c.Trim())) && cells.Any(c => c.Trim() is not ("" or "NA"));
        if (AllAre(c => c is "TRUE" or "FALSE" or "T" or "F"))
            return new RVector(RType.Logical, [.. cells.Select(c => new RCell(null, c.Trim() is "" or "NA" ? double.NaN : c.Trim()[0] == 'T' ? 1 : 0))]);
        if (AllAre(c => RNumber.TryRead(c, out _)))
            return RVector.OfNumbers(cells.Select(c => RNumber.TryRead(c, out double n) ? n : double.NaN));
        return RVector.OfTexts(cells.Select(c => c == "NA" ? null : c));
    }
}
