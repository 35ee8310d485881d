using System.Collections.Immutable;
using System.Text;
using BookBuilder.Building;
using BookBuilder.Files;
using BookBuilder.Model.Diagnostics;
using BookBuilder.Model.Metadata;
using BookBuilder.Tests.Cli;
using BookBuilder.Tests.Graphics;

namespace BookBuilder.Tests.Building;

/// <summary>How much a book may hold: every limit has an error of its own, and whoever builds may move it.</summary>
public sealed class LimitTests
{
    /// <summary>A book that has at least two of everything that is counted.</summary>
    private static BookProject Book => BookProject.FromFiles(new MemoryFiles("book", new Dictionary<string, ReadOnlyMemory<byte>>
    {
        ["book.yml"] = "title: The Tides\ndate: 2024-05-01\nauthors: [Ada Lind]\nchapters: [a.md, b.md]\n"u8.ToArray(),
        ["a.md"] = Encoding.UTF8.GetBytes("# One\n\nWords[^1] and words.[^2]\n\n[^1]: A note.\n\n[^2]: A note more.\n\n| a | b |\n|---|---|\n| c | d |\n\n: Letters\n"),
        ["b.md"] = Encoding.UTF8.GetBytes("# Two\n\n![A red square](red.png){alt=\"Red\"}\n\n![A drawing](d.svg){alt=\"Drawn\"}\n"),
        ["red.png"] = SampleImages.Png(2, 2, [.. Enumerable.Repeat((byte)200, 12)]),
        ["d.svg"] = Encoding.UTF8.GetBytes("<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><g><g><rect width='9' height='9'/></g></g></svg>"),
    }));

    /// <summary>The error of each limit.</summary>
    internal static readonly IReadOnlyDictionary<string, string> Codes = new Dictionary<string, string>
    {
        ["file-bytes"] = "BB9401",
        ["chapter-bytes"] = "BB9401",
        ["chapter-characters"] = "BB9011",
        ["chapter-lines"] = "BB9015",
        ["book-characters"] = "BB9016",
        ["chapters"] = "BB9017",
        ["paragraph-characters"] = "BB9018",
        ["title-characters"] = "BB9024",
        ["nodes"] = "BB9019",
        ["notes"] = "BB9020",
        ["table-cells"] = "BB9021",
        ["table-columns"] = "BB9022",
        ["pages"] = "BB9201",
        ["picture-pixels"] = "BB9421",
        ["book-pixels"] = "BB9425",
        ["drawing-elements"] = "BB9423",
        ["drawing-depth"] = "BB9424",
        ["yaml-values"] = "BB9112",
        ["yaml-depth"] = "BB9111",
    };

    public static TheoryData<string> Names => [.. BookLimits.All.Select(static l => l.Name)];

    [Fact]
    public async Task A_book_within_the_limits_is_built()
    {
        (BuildReport report, _) = await Book.BuildAsync();
        Assert.Empty(report.Diagnostics.Where(static d => d.Severity == Severity.Error));
    }

    [Theory, MemberData(nameof(Names))]
    public async Task Every_limit_has_an_error_of_its_own_that_says_how_it_is_moved(string name)
    {
        BookLimit limit = BookLimits.All.Single(l => l.Name == name);
        foreach (bool draft in (bool[])[false, true])
        {
            (BuildReport report, var files) = await Book.BuildAsync(new BuildOptions { Limits = limit.Set(BookLimits.Default, 1), Draft = draft });
            Diagnostic[] errors = [.. report.Diagnostics.Where(static d => d.Severity == Severity.Error)];
            Assert.NotEmpty(errors);
            Assert.All(errors, said => Assert.Equal(Codes[name], said.Code));
            Assert.All(errors, said => Assert.Contains(said.Hints, h => h.Contains($"--limit {name}=", StringComparison.Ordinal)));
            if (!draft) Assert.Empty(files);
        }
    }

    [Fact]
    public void A_limit_is_read_and_set_by_its_name_alone() => Assert.All(BookLimits.All, limit =>
    {
        Assert.Equal(7, limit.Of(limit.Set(BookLimits.Default, 7)));
        Assert.All(BookLimits.All.Where(other => other != limit), other => Assert.Equal(other.Of(BookLimits.Default), other.Of(limit.Set(BookLimits.Default, 7))));
    });

    [Fact]
    public void Every_property_is_among_them() => Assert.Equal(typeof(BookLimits).GetProperties().Count(static p => p.PropertyType == typeof(long)), BookLimits.All.Length);

    [Fact]
    public async Task The_command_sets_them_by_name()
    {
        using var command = new Command();
        command.Folder.Write("book/a.md", "# One\n\nText.\n").Write("book/b.md", "# Two\n\nText.\n");
        Assert.Equal(1, await command.Run("check", "book", "--limit", "chapters=1"));
        Assert.Contains("error BB9017", command.Error, StringComparison.Ordinal);
        Assert.Equal(0, await command.Run("check", "book", "--limit", "chapters=2,pages=9"));
        Assert.Equal(2, await command.Run("check", "book", "--limit", "chapter=2"));
        Assert.Contains("did you mean 'chapters'?", command.Error, StringComparison.Ordinal);
        Assert.Equal(2, await command.Run("check", "book", "--limit", "pages=many"));
        Assert.Contains("pages=10000", command.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_a_mistake_that_is_made_a_thousand_times_the_first_hundred_are_told_and_the_rest_counted()
    {
        string text = "# T\n\n" + string.Concat(Enumerable.Repeat("See @fig-x. ", 1000));
        (BuildReport report, _) = await BooksInMemory.Of(("a.md", text)).BuildAsync();
        Diagnostic[] errors = [.. report.Diagnostics.Where(static d => d.Severity == Severity.Error)];
        Assert.Equal(101, errors.Length);
        Assert.Equal(("BB9023", "900 more of BB3101 in this file"), (errors[^1].Code, errors[^1].Message));
    }
}
