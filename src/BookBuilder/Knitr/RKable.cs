using System.Collections.Immutable;

namespace BookBuilder.Knitr;

/// <summary>Tables made to be printed: <c>knitr::kable()</c> and its like (knitr, R/table.R).</summary>
internal static class RKable
{
    // How a table looks is the design's; these change no word of it.
    private static readonly string[] Looks = ["booktabs", "longtable", "format", "table.attr", "position", "linesep", "valign", "centering", "vline", "toprule", "midrule", "bottomrule", "escape", "row.names",
        "x", "caption", "align", "col.names", "digits", "label", "format.args", "caption.short", "table.envir", "rownames", "options", "filter", "class", "colnames", "full_width"];

    /// <summary>The table a call makes; null when R is needed.</summary>
    public static RValue? Make(REvaluator r, RCall call)
    {
        var given = new RArguments(r, call, "x", call.Name == "kable" || call.Name == "kbl" ? "format" : "options", "digits", "row.names", "col.names", "align", "caption");
        if (!given.Has("x")) return r.Needs(call.Name + "() without a table");
        RValue? whole = given["x"];
        if (whole is RList { Items: [{ Value: RFrame only }] }) whole = only;
        if (whole is RVector { Names.IsEmpty: false } named) whole = new RFrame([new RColumn("x", named with { Names = [] })], named.Names);
        else if (whole is RVector plain) whole = new RFrame([new RColumn("x", plain)], []);
        if (whole is not RFrame frame || frame.Columns.IsEmpty) return whole is null ? null : r.Needs(call.Name + "() of something else than a table");
        string given_caption = given.Text("caption") ?? "";
        if (given.Has("caption") && given["caption"] is null) return null;

        bool hasRowNames = given["row.names"] is RVector { Length: 1, Type: not RType.Text } flag ? flag.Cells[0].Number != 0 : !frame.RowNames.IsEmpty;
        ImmutableArray<string> rowNames = !hasRowNames ? [] : frame.RowNames.IsEmpty ? [.. Enumerable.Range(1, frame.Rows).Select(i => RNumber.Text(i, 7))] : frame.RowNames;
        ImmutableArray<string> heads = given.Texts("col.names") ?? (given["colnames"] as RVector is { } own ? [.. Enumerable.Range(0, own.Length).Select(i => own.TextAt(i) ?? "NA")] : [.. frame.Columns.Select(c => c.Name)]);
        if (heads.Length < frame.Columns.Length) heads = [.. heads, .. frame.Columns.Skip(heads.Length).Select(c => c.Name)];
        if (hasRowNames && heads.Length == frame.Columns.Length) heads = heads.Insert(0, "");

        ImmutableArray<ImmutableArray<string>> columns = [.. frame.Columns.Select((c, i) => Cells(c.Values, Digits(given["digits"], i), given["format.args"] as RList))];
        if (hasRowNames) columns = columns.Insert(0, rowNames);
        ImmutableArray<char> align = Align(given.Texts("align"), frame, hasRowNames);
        return new RTable(frame)
        {
            Caption = given_caption.Length == 0 ? null : given_caption,
            Label = given.Text("label"),
            Heads = heads,
            Align = align,
            Cells = [.. Enumerable.Range(0, frame.Rows).Select(row => columns.Select(c => c[row]).ToImmutableArray())],
            Ignored = [.. given.Names.Where(n => !Looks.Contains(n))],
        };
    }

    /// <summary>What a package for tables' looks makes of a table: the same table; notes under it are kept.</summary>
    public static RValue? Styled(REvaluator r, RCall call)
    {
        if (call.Arguments is not [{ Value: { } inner }, ..]) return r.Needs(call.Name + "()");
        RValue? value = r.Evaluate(inner);
        if (value is not RTable table) return value is null ? null : r.Needs(call.Name + "()");
        var given = new RArguments(r, call, "x");
        if (call.Name is "footnote" or "add_footnote")
        {
            List<string> notes = [.. table.Notes];
            foreach (string kind in (ReadOnlySpan<string>)["general", "number", "alphabet", "symbol", "label"])
                if (given.Has(kind))
                {
                    if (given.Texts(kind) is not { } texts) return null;
                    notes.AddRange(texts);
                }
            return table with { Notes = [.. notes] };
        }
        if (call.Name == "set_caption" && given.Text("caption") is { } caption) return table with { Caption = caption };
        if (call.Name == "tab_header" && given.Text("title") is { } title) return table with { Caption = title };
        return table with { Ignored = table.Ignored.Add(call.Name) };
    }

    /// <summary>A table that was only named, as a document prints it that is set to print tables.</summary>
    public static RTable Plain(RFrame frame) => new(frame)
    {
        Heads = frame.RowNames.IsEmpty ? [.. frame.Columns.Select(c => c.Name)] : ["", .. frame.Columns.Select(c => c.Name)],
        Align = Align(null, frame, !frame.RowNames.IsEmpty),
        Cells = [.. Enumerable.Range(0, frame.Rows).Select(row =>
        {
            ImmutableArray<string> cells = [.. frame.Columns.Select(c => Cells(c.Values, null, null)[row])];
            return frame.RowNames.IsEmpty ? cells : cells.Insert(0, frame.RowNames[row]);
        })],
    };

    private static int? Digits(RValue? digits, int column) =>
        digits is RVector { Type: RType.Number, Length: > 0 } v && v.Cells[Math.Min(column, v.Length - 1)].Number is double d && double.IsFinite(d) ? (int)Math.Clamp(d, 0, 15) : null;

    /// <summary>The cells of a column as R's format() has them: numbers to seven digits, all with as many decimals as one of them needs.</summary>
    private static ImmutableArray<string> Cells(RVector values, int? digits, RList? args)
    {
        if (values.Type != RType.Number) return [.. Enumerable.Range(0, values.Length).Select(i => values.TextAt(i) ?? "NA")];
        double[] numbers = [.. values.Cells.Select(c => digits is int d ? RArithmetic.Rounded(c.Number, d) : c.Number)];
        int decimals = numbers.Select(n => RNumber.Decimals(n, 7)).DefaultIfEmpty(0).Max();
        string mark = (args?.Items.FirstOrDefault(i => i.Name == "big.mark").Value as RVector)?.Single ?? "";
        if ((args?.Items.FirstOrDefault(i => i.Name == "nsmall").Value as RVector)?.Cells is [var least]) decimals = Math.Max(decimals, (int)Math.Clamp(least.Number, 0, 15));
        return [.. numbers.Select(n => double.IsFinite(n) ? RTexts.Grouped(RNumber.Fixed(RArithmetic.Rounded(n, decimals), decimals), mark) : RNumber.Text(n, 7))];
    }

    /// <summary>"lrc", or one text for each column; by default numbers stand right and all else left.</summary>
    private static ImmutableArray<char> Align(ImmutableArray<string>? given, RFrame frame, bool hasRowNames)
    {
        int count = frame.Columns.Length + (hasRowNames ? 1 : 0);
        ImmutableArray<char> letters = given is not { } texts ? [] : [.. (texts is [{ } only] ? only : string.Concat(texts.Select(t => t.Length > 0 ? t[..1] : "l"))).Where(c => c is 'l' or 'c' or 'r')];
        if (letters.Length == 1) return [.. Enumerable.Repeat(letters[0], count)];
        if (letters.Length == count) return letters;
        if (letters.Length == frame.Columns.Length && hasRowNames) return letters.Insert(0, 'l');
        ImmutableArray<char> usual = [.. frame.Columns.Select(c => c.Values.Type == RType.Number ? 'r' : 'l')];
        return hasRowNames ? usual.Insert(0, 'l') : usual;
    }
}
