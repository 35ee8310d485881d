using System.Collections.Immutable;

namespace BookBuilder.Knitr;

/// <summary>The functions and operators whose results follow from their arguments alone.</summary>
internal static class RFunctions
{
    /// <summary>What a call gives; null when R is needed.</summary>
    public static RValue? Call(REvaluator r, RCall call) => call.Name switch
    {
        "library" or "require" or "requireNamespace" or "loadNamespace" or "set.seed" or "options" or "source" or "setwd" or "theme_set" or "opts_chunk$set"
            or "opts_knit$set" or "knit_hooks$set" or "opts_hooks$set" or "invisible" or "rm" or "data" or "Sys.setenv" or "Sys.setlocale" or "write_bib"
            or "install.packages" or "suppressWarnings" or "suppressMessages" or "suppressPackageStartupMessages" or "conflict_prefer" or "here::i_am" or "i_am"
            or "knitr::opts_chunk$set" or "knitr::opts_knit$set" or "knitr::knit_hooks$set" or "update_geom_defaults" or "register_s3_method" or "attach" or "pdf.options" or "par" or "layout" or "dev.off"
            => Quiet(r, call),
        "is_html_output" or "is_latex_output" => Output(r, call.Name == "is_html_output"),
        "include_graphics" => Pictures(r, call),
        "kable" or "kbl" or "datatable" or "gt" or "flextable" or "regulartable" or "reactable" or "paged_table" or "pander" or "pandoc.table" or "huxtable" or "as_hux" or "xtable"
            => RKable.Make(r, call),
        "kable_styling" or "column_spec" or "row_spec" or "kable_classic" or "kable_minimal" or "kable_paper" or "kable_material" or "add_header_above"
            or "pack_rows" or "group_rows" or "collapse_rows" or "scroll_box" or "landscape" or "footnote" or "add_footnote" or "tab_options" or "autofit" or "theme_vanilla"
            or "tab_header" or "cols_label" or "set_caption" or "formatStyle" or "formatRound" or "save_kable" or "cell_spec" or "kable_material_dark"
            => RKable.Styled(r, call),
        "data.frame" or "tibble" or "data_frame" or "data.table" or "tribble" or "frame_data" or "matrix" or "rbind" or "cbind" or "bind_rows" or "as.data.frame" or "as_tibble"
            or "read.csv" or "read_csv" or "read.csv2" or "read_csv2" or "read.delim" or "read_tsv" or "read.table" or "fread" or "head" or "tail" or "t"
            => RTables.Call(r, call),
        "cat" or "asis_output" or "writeLines" or "raw_html" or "raw_latex" => Written(r, call),
        "print" or "I" or "identity" or "as.character" or "as.numeric" or "as.integer" or "as.double" or "factor" or "as.factor" or "HTML" or "noquote" or "structure" or "return"
            => Passed(r, call),
        "c" => Combined(r, call),
        "list" => Listed(r, call),
        "+" or "-" or "*" or "/" or "^" or "%%" or "%/%" or "==" or "!=" or "<" or ">" or "<=" or ">=" or "!" or "&&" or "||" or "&" or "|" or ":"
            => RArithmetic.Call(r, call),
        "round" or "signif" or "sqrt" or "exp" or "log" or "abs" or "sum" or "mean" or "min" or "max" or "length" or "nrow" or "ncol" or "seq" or "seq_len" or "seq_along" or "rep" or "rev" or "median"
            or "prod" or "floor" or "ceiling" or "cumsum" or "log10" or "log2"
            => RArithmetic.Call(r, call),
        "paste" or "paste0" or "sprintf" or "format" or "prettyNum" or "formatC" or "toupper" or "tolower" or "nchar" or "file.path" or "here" or "gsub" or "sub" or "trimws" or "nlevels" or "basename" or "glue" or "strrep"
            or "names" or "colnames" or "scales::comma" or "comma" or "percent" or "dQuote" or "sQuote" or "shQuote" or "is.null"
            => RTexts.Call(r, call),
        "[" or "[[" or "$" => RIndexing.Call(r, call),
        "ifelse" or "if_else" => Chosen(r, call),
        "if" => Condition(r, call),
        "Sys.Date" or "Sys.time" or "date" or "now" or "today" => r.Needs("the clock"),
        _ => r.Needs((call.Package.Length > 0 ? call.Package + "::" : "") + call.Name + "()"),
    };

    /// <summary>Nothing is shown, whatever its arguments are. The names defined within it would be R's.</summary>
    private static RValue? Quiet(REvaluator r, RCall call)
    {
        // suppressWarnings(print(x)) shows what is in it.
        if (call.Name is not ("suppressWarnings" or "suppressMessages") || call.Arguments is not [{ Value: { } inner }, ..]) return RSilence.Value;
        return r.Evaluate(inner);
    }

    private static RVector Output(REvaluator r, bool isHtml)
    {
        r.AskedForOutput = true;
        return RVector.Of(isHtml);
    }

    private static RValue? Pictures(REvaluator r, RCall call) =>
        new RArguments(r, call, "path").Texts("path") is { IsEmpty: false } paths ? new RPictures(paths) : r.Needs("the path of a picture");

    private static RValue? Written(REvaluator r, RCall call)
    {
        string separator = call.Name == "cat" ? " " : "\n";
        List<string> parts = [];
        foreach (RArgument argument in call.Arguments)
        {
            if (argument.Value is null) continue;
            RValue? value = r.Evaluate(argument.Value);
            if (argument.Name == "sep")
            {
                separator = (value as RVector)?.Single ?? separator;
                continue;
            }
            if (argument.Name is "file" or "fill" or "append" or "con") return r.Needs($"{call.Name}() into a file");
            if (argument.Name is not null) continue;
            if (value is RNull) continue;
            if (value is not RVector vector) return null;
            parts.AddRange(Enumerable.Range(0, vector.Length).Select(i => vector.Type == RType.Number ? RNumber.Text(vector.Cells[i].Number, 7) : vector.TextAt(i) ?? "NA"));
        }
        return new RWritten(string.Join(separator, parts) + (call.Name == "writeLines" ? "\n" : ""));
    }

    private static RValue? Passed(REvaluator r, RCall call)
    {
        if (call.Arguments is not [{ Value: { } inner }, ..]) return RNull.Value;
        RValue? value = r.Evaluate(inner);
        return (call.Name, value) switch
        {
            ("as.character" or "factor" or "as.factor", RVector vector) => vector.As(RType.Text),
            ("as.numeric" or "as.integer" or "as.double", RVector vector) => vector.As(RType.Number),
            ("HTML", RVector { Single: { } text }) => new RWritten(text),
            _ => value,
        };
    }

    private static RValue? Combined(REvaluator r, RCall call)
    {
        List<RVector> parts = [];
        foreach (RArgument argument in call.Arguments)
        {
            if (argument.Value is null) continue;
            switch (r.Evaluate(argument.Value))
            {
                case RNull: break;
                case RVector vector:
                    parts.Add(argument.Name is { } name ? vector with { Names = [.. Enumerable.Repeat(name, vector.Length)] } : vector);
                    break;
                case RPictures pictures: parts.Add(RVector.OfTexts(pictures.Paths)); break;
                case null: return null;
                default: return r.Needs("c() of tables");
            }
        }
        return RVector.Joined(parts);
    }

    private static RValue? Listed(REvaluator r, RCall call)
    {
        var items = ImmutableArray.CreateBuilder<(string, RValue)>();
        foreach (RArgument argument in call.Arguments)
        {
            if (argument.Value is null || r.Evaluate(argument.Value) is not { } value) return null;
            items.Add((argument.Name ?? "", value));
        }
        return new RList(items.ToImmutable());
    }

    /// <summary>Without an else, a condition that does not hold shows nothing.</summary>
    private static RValue? Condition(REvaluator r, RCall call) =>
        r.Evaluate(call.Arguments[0].Value!) is RVector { Length: 1, Type: not RType.Text } test && !double.IsNaN(test.Cells[0].Number)
            ? test.Cells[0].Number != 0 ? r.Evaluate(call.Arguments[1].Value!) : call.Arguments is [_, _, { Value: { } other }] ? r.Evaluate(other) : RSilence.Value
            : r.Needs("a condition");

    private static RValue? Chosen(REvaluator r, RCall call)
    {
        var given = new RArguments(r, call, "test", "yes", "no");
        return given["test"] is RVector { Length: 1 } test ? given[test.Cells[0].Number != 0 ? "yes" : "no"] : r.Needs("ifelse()");
    }
}
