// A program of somebody who has nothing but the package: compiled and run by PackageJudgements in an empty folder. Each step prints a line.
using System.Collections.Immutable;
using BookBuilder.Building;
using BookBuilder.Files;
using BookBuilder.Model.Blocks;
using BookBuilder.Model.Design;
using BookBuilder.Model.Diagnostics;

string folder = args[0];
Directory.CreateDirectory(Path.Combine(folder, "book"));
File.WriteAllText(Path.Combine(folder, "book", "book.yml"), "title: Harbours\nauthors: Ada Lind\n");
File.WriteAllText(Path.Combine(folder, "book", "tides.md"), "# Tides\n\nThe moon pulls the sea.[^sun]\n\n[^sun]: Not only the moon.\n");

// From files, into a folder.
BookProject onDisk = BookProject.Open(Path.Combine(folder, "book"));
BuildReport files = await BookCompiler.BuildAsync(onDisk, new BuildOptions { OutputFolder = Path.Combine(folder, "out") });
Console.WriteLine($"files: {files.Succeeded}, {string.Join(" ", files.Outputs.Select(o => Path.GetFileName(o.Location)))}, {files.Counts.Notes} note");

// From memory, to streams.
Dictionary<string, MemoryStream> streams = [];
StreamOutputs Kept() => new(name => streams[name] = new MemoryStream());
BookProject inMemory = BookProject.FromTexts("tides", new Dictionary<string, string>
{
    ["book.yml"] = "title: The Tides\nauthors: Ada Lind",
    ["tides.md"] = "# Tides\n\nThe moon pulls the sea.\n",
});
BuildReport memory = await BookCompiler.BuildAsync(inMemory, new BuildOptions(), Kept());
Console.WriteLine($"memory: {memory.Succeeded}, {string.Join(" ", streams.Keys.Order())}");

// With a pass over the model and a design made in code.
BuildOptions own = new()
{
    Transforms = [new Signed("A. L.")],
    Design = design => design with { BodySize = BookBuilder.Model.Units.Length.FromPoints(12), Leading = BookBuilder.Model.Units.Length.FromPoints(16) },
};
BuildReport signed = await BookCompiler.BuildAsync(inMemory, own, Kept());
Console.WriteLine($"transform: {signed.Succeeded}, {signed.Counts.Words - memory.Counts.Words} words more, {string.Join(" ", signed.Diagnostics.Select(d => d.Code))}");

// What is wrong is data.
BookProject wrong = BookProject.FromTexts("wrong", new Dictionary<string, string> { ["book.yml"] = "title: W", ["a.md"] = "# A\n\nSee @fig-none.\n" });
BuildReport mistakes = await BookCompiler.CheckAsync(wrong, new BuildOptions());
Diagnostic mistake = mistakes.Diagnostics.First(d => d.Severity == Severity.Error);
Console.WriteLine($"diagnostics: {mistake.Span.Path}({mistake.Span.Start.Line},{mistake.Span.Start.Column}): {mistake.Code}");

// Cancelled before it begins.
try
{
    await BookCompiler.BuildAsync(inMemory, new BuildOptions(), Kept(), stop: new CancellationToken(canceled: true));
    Console.WriteLine("cancelled: no");
}
catch (OperationCanceledException)
{
    Console.WriteLine("cancelled: yes");
}

// Several at once are as good as one alone.
byte[] alone = streams["the-tides.pdf"].ToArray();
BuildReport[] many = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => BookCompiler.BuildAsync(inMemory, own, new FolderOutputs(Path.Combine(folder, "many", i.ToString())))));
Console.WriteLine($"together: {many.All(r => File.ReadAllBytes(r.Outputs[0].Location).AsSpan().SequenceEqual(alone))}");

/// <summary>Ends every chapter with the author's initials.</summary>
internal sealed class Signed(string initials) : IBookTransform
{
    public Reported<Book> Transform(Book book, CancellationToken stop) => new(
        book with { Chapters = [.. book.Chapters.Select(c => c with { Content = c.Content.Add(new Paragraph([new Text(initials)])) })] },
        [new Diagnostic("OWN1", Severity.Info, "every chapter is signed", SourceSpan.None)]);
}
