using BookBuilder.Building;
using BookBuilder.Cli;
using BookBuilder.Model.Diagnostics;
using BookBuilder.Tests.Parity;

namespace BookBuilder.Tests.Diagnostics;

/// <summary>What is wrong with the world around a book: no folder of files shows it, so it is played.</summary>
/// <remarks>The words for them are listed in tests/diagnostics/README.md.</remarks>
internal static class Fault
{
    /// <summary>Reads or builds the book while something is wrong, and prints what is said as the command does.</summary>
    public static async Task Run(string fault, string folder, TextWriter error)
    {
        BookProject project = BookProject.Open(folder);
        BuildReport report = fault switch
        {
            "no address answers" => await BookCompiler.CheckAsync(project, new BuildOptions { ProbeLink = static (_, _) => Task.FromResult<string?>("404 Not Found") }),
            "a word of the finished EPUB is lost" => await Tampered(static text => text.Replace("pulls", "", StringComparison.Ordinal)),
            "every word of the finished EPUB is changed" => await Tampered(static text => text.Replace('b', 'd')),
            _ => throw new FormatException($"nobody can play '{fault}'"),
        };
        var text = new DiagnosticText(project.Files, static path => path, hasColor: false);
        foreach (Diagnostic said in report.Diagnostics) error.Write(text.Of(said));

        Task<BuildReport> Tampered(Func<string, string> change) => BookCompiler.BuildAsync(project, new BuildOptions { Targets = BookTargets.Epub },
            new TamperedOutputs((_, file) => TamperedOutputs.Changed(file, "EPUB/tides.xhtml", whole =>
            {
                // Its tags stay as they are.
                int body = whole.IndexOf("<h1", StringComparison.Ordinal);
                return whole[..body] + string.Concat(whole[body..].Split('<').Select((piece, i) => i == 0 || !piece.Contains('>') ? piece
                    : "<" + piece[..(piece.IndexOf('>') + 1)] + change(piece[(piece.IndexOf('>') + 1)..])));
            })));
    }
}
