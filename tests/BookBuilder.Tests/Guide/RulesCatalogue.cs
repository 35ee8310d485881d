using System.Text;

namespace BookBuilder.Tests.Guide;

/// <summary>Writes the part of the catalogue of diagnostics that the program itself knows at run time, from the catalogue as it is written.</summary>
internal static class RulesCatalogue
{
    /// <summary>The file, from the repository's root.</summary>
    public const string File = "src/BookBuilder.Model/Diagnostics/Problems.Catalogue.cs";

    /// <summary>What it is to hold.</summary>
    public static string Source()
    {
        var source = new StringBuilder("""
            // Made of the other files of the catalogue; a test writes it and holds it against them.
            using System.Collections.Immutable;

            namespace BookBuilder.Model.Diagnostics;

            public static partial class Problems
            {
                /// <summary>Every code with what it is about, in order.</summary>
                public static ImmutableArray<DiagnosticRule> Rules { get; } =
                [

            """.ReplaceLineEndings("\n"));
        foreach ((string code, string severity, string words) in MessagesChapter.Entries().OrderBy(static e => e.Code, StringComparer.Ordinal))
            source.Append($"        new(\"{code}\", Severity.{(severity.Length == 0 ? "Warning" : severity)}, \"{Escaped(MessagesChapter.Markdown(words))}\"),\n");
        return source.Append("    ];\n}\n").ToString();
    }

    private static string Escaped(string words) => words.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal);
}
