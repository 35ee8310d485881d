using System.Collections.Immutable;
using BookBuilder.Files;
using BookBuilder.Knitr;
using BookBuilder.Model.Diagnostics;
using BookBuilder.Translation;

namespace BookBuilder.Tests.Knitr;

/// <summary>Which lines of a document are chunks, and what their headers say.</summary>
public sealed class ChunkReaderTests
{
    [Fact]
    public void A_chunk_has_an_engine_a_label_and_options_and_its_lines_keep_their_places()
    {
        Chunk chunk = Only("Words.\n\n```{r tides, echo=FALSE, fig.cap=\"A, b (c)\"}\nx <- 1\n```\n");
        Assert.Equal("r", chunk.Engine);
        Assert.Equal("tides", chunk.Label);
        Assert.Equal("\"A, b (c)\"", chunk["fig.cap"]!.Expression);
        Assert.Equal(4, Assert.Single(chunk.Body).Line);
        Assert.Equal("x <- 1", chunk.Code);
    }

    [Theory]
    [InlineData("```{r}", null)]
    [InlineData("```{r tides}", "tides")]
    [InlineData("```{r, tides}", "tides")]
    [InlineData("```{r, label=\"tides\"}", "tides")]
    [InlineData("```{r 'tides', echo=FALSE}", "tides")]
    [InlineData("```{r, echo=FALSE}", null)]
    [InlineData("```{r,echo=FALSE}", null)]
    public void The_first_option_without_a_name_is_the_label(string header, string? label) => Assert.Equal(label, Only(header + "\n```\n").Label);

    [Fact]
    public void Lines_of_options_in_the_body_win_over_the_header_and_are_no_code()
    {
        DiagnosticSink sink = new();
        Chunk chunk = ChunkReader.Read(SourceLine.Cut("```{r a, echo=FALSE}\n#| label: b\n#| echo: true\n#| fig-cap: \"A *b*\"\nplot(1)\n```\n", "a.Rmd"), sink).OfType<Chunk>().Single();
        Assert.Equal("b", chunk.Label);
        Assert.Equal("plot(1)", chunk.Code);
        ChunkSettings settings = new KnitrSession(new MemoryFiles("", [])).SettingsOf(chunk);
        Assert.True(settings.Echo);
        Assert.Equal("A *b*", Assert.Single(settings.Captions));
        Diagnostic twice = Assert.Single(sink.ToImmutable());
        Assert.Equal(("BB6102", 3), (twice.Code, twice.Span.Start.Line));
    }

    [Fact]
    public void What_stands_before_the_fence_stands_before_no_line_of_code()
    {
        Chunk chunk = Only("> ```{r}\n> x <- 1\n> ```\n");
        Assert.Equal("> ", chunk.Prefix);
        Assert.Equal("x <- 1", chunk.Code);
    }

    [Fact]
    public void A_header_within_a_longer_fence_is_shown_and_not_run() => Assert.Empty(Read("````\n```{r}\nx\n```\n````\n").OfType<Chunk>());

    [Theory]
    [InlineData("~~~{r}\nx\n~~~\n")]
    [InlineData("```{.r}\nx\n```\n")]
    [InlineData("```{=html}\nx\n```\n")]
    [InlineData("```r\nx\n```\n")]
    public void Other_fences_are_no_chunks(string text) => Assert.Empty(Read(text).OfType<Chunk>());

    [Fact]
    public void A_chunk_that_is_never_closed_ends_before_the_next_and_is_told()
    {
        DiagnosticSink sink = new();
        ImmutableArray<DocumentPiece> pieces = ChunkReader.Read(SourceLine.Cut("```{r a}\nx\n\nWords.\n\n```{r b}\ny\n```\n", "a.Rmd"), sink);
        Assert.Equal(["a", "b"], pieces.OfType<Chunk>().Select(c => c.Label!));
        Assert.False(pieces.OfType<Chunk>().First().IsClosed);
        Assert.Equal("BB6101", Assert.Single(sink.ToImmutable()).Code);
    }

    [Fact]
    public void Every_line_is_in_exactly_one_piece()
    {
        const string text = "A\n\n```{r}\n#| echo: false\nx\n```\nB\n\n```\nplain\n```\n";
        Assert.Equal(SourceLine.Cut(text, "a.Rmd"), Read(text).SelectMany(p => p is Chunk c ? c.Written : ((ProsePiece)p).Lines));
    }

    private static ImmutableArray<DocumentPiece> Read(string text) => ChunkReader.Read(SourceLine.Cut(text, "a.Rmd"), new DiagnosticSink());

    private static Chunk Only(string text) => Read(text).OfType<Chunk>().Single();
}
