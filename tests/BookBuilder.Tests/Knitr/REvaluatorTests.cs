using BookBuilder.Files;
using BookBuilder.Knitr;

namespace BookBuilder.Tests.Knitr;

/// <summary>What R code gives as far as it follows from the code alone.</summary>
public sealed class REvaluatorTests
{
    [Theory]
    [InlineData("1 + 2 * 3", "7")]
    [InlineData("2^10", "1024")]
    [InlineData("-3 %% 5", "2")]
    [InlineData("7 %/% 2", "3")]
    [InlineData("pi", "3.1415927")]
    [InlineData("1/3", "0.3333333")]
    [InlineData("c(1, 2.5, NA)", "1, 2.5, NA")]
    [InlineData("1:4", "1, 2, 3, 4")]
    [InlineData("seq(0, 1, by = 0.25)", "0, 0.25, 0.5, 0.75, 1")]
    [InlineData("rep(c('a', 'b'), 2)", "a, b, a, b")]
    [InlineData("paste('a', 1:2, sep = '-')", "a-1, a-2")]
    [InlineData("paste0(letters[1:3], collapse = '')", "abc")]
    [InlineData("sprintf('%d of %s, %.2f', 3L, 'ten', 1.5)", "3 of ten, 1.50")]
    [InlineData("format(1234567.891, big.mark = ',')", "1,234,568")]
    [InlineData("round(2.345, 2)", "2.34")]
    [InlineData("toupper(\"light\")", "LIGHT")]
    [InlineData("nchar('tide')", "4")]
    [InlineData("if (2 > 1) 'yes' else 'no'", "yes")]
    [InlineData("c(a = 1, b = 2)['b']", "2")]
    [InlineData("data.frame(x = 1:3, y = c('a', 'b', 'c'))$y", "a, b, c")]
    [InlineData("nrow(data.frame(x = 1:3))", "3")]
    [InlineData("mean(c(1, 2, 6))", "3")]
    [InlineData("c(3, 1) |> max()", "3")]
    [InlineData("'it''s' == \"x\"", null)]
    [InlineData("\"a\\u00e9\\\"b\"", "aé\"b")]
    [InlineData("r\"(a\\b)\"", "a\\b")]
    [InlineData("knitr::is_html_output()", "TRUE")]
    [InlineData("Sys.Date()", null)]
    [InlineData("rnorm(3)", null)]
    [InlineData("mtcars$mpg", null)]
    [InlineData("paste('a', rnorm(1))", null)]
    public void An_expression_gives_what_R_would_put_into_the_text(string code, string? expected)
    {
        RValue? value = new REvaluator(new MemoryFiles("", [])).Evaluate(code);
        Assert.Equal(expected, value is null ? null : RPrinting.Inline(value));
    }

    [Fact]
    public void A_file_of_data_is_read_with_its_quotes_numbers_and_gaps()
    {
        var r = new REvaluator(MemoryFiles.FromTexts("", [new("d.csv", "name,height m,ok\n\"Rock, North\",31.25,TRUE\nSouth,NA,FALSE\n")]));
        RFrame frame = Assert.IsType<RFrame>(r.Evaluate("read.csv('d.csv')"));
        Assert.Equal(["name", "height.m", "ok"], frame.Columns.Select(c => c.Name));
        Assert.Equal([RType.Text, RType.Number, RType.Logical], frame.Columns.Select(c => c.Values.Type));
        Assert.Equal("Rock, North", frame.Columns[0].Values.TextAt(0));
        Assert.Null(frame.Columns[1].Values.TextAt(1));
        Assert.Equal("height m", Assert.IsType<RFrame>(r.Evaluate("readr::read_csv('d.csv')")).Columns[1].Name);
    }

    [Fact]
    public void A_table_is_printed_with_as_many_decimals_as_one_of_its_numbers_needs_and_numbers_stand_right()
    {
        RTable table = Assert.IsType<RTable>(new REvaluator(new MemoryFiles("", [])).Evaluate(
            "kable(data.frame(a = c('x', 'y'), b = c(1.25, 10)), col.names = c('A', 'B'), caption = 'C')"));
        Assert.Equal("A B", string.Join(' ', table.Heads));
        Assert.Equal(["1.25", "10.00"], table.Cells.Select(row => row[1]));
        Assert.Equal("lr", string.Concat(table.Align));
        Assert.Equal("C", table.Caption);
    }

    [Theory]
    [InlineData("kable(matrix(1:4, 2))", 2)]
    [InlineData("kable(tribble(~a, ~b, 1, 'x', 2, 'y', 3, 'z'))", 3)]
    [InlineData("kable(head(data.frame(a = 1:9)))", 6)]
    [InlineData("kable(rbind(data.frame(a = 1), data.frame(a = 2))) %>% kable_styling()", 2)]
    public void Tables_come_in_many_forms(string code, int rows) =>
        Assert.Equal(rows, Assert.IsType<RTable>(new REvaluator(new MemoryFiles("", [])).Evaluate(code)).Cells.Length);

    [Theory]
    [InlineData("x <- ")]
    [InlineData("f(1,")]
    [InlineData("'open")]
    [InlineData("((((((((((")]
    [InlineData("a[[1]")]
    [InlineData("function(")]
    [InlineData("%%%")]
    [InlineData("if")]
    public void Broken_code_is_not_read_and_throws_nothing(string code) => Assert.Null(RParser.Read(code));

    [Fact]
    public void Deep_nesting_ends_somewhere() => Assert.Null(RParser.Read(new string('(', 100_000) + "1" + new string(')', 100_000)));

    [Theory]
    [InlineData("70%", "70%")]
    [InlineData("300px", "300px")]
    [InlineData("300", "300px")]
    [InlineData("\\textwidth", "100%")]
    [InlineData("0.65\\linewidth", "65%")]
    [InlineData("4in", "4in")]
    [InlineData("wide", null)]
    public void Widths_are_told_in_this_book_s_words(string written, string? width) => Assert.Equal(width, PictureWidth.Of(written));
}
