using System.Collections.Immutable;
using BookBuilder.Translation;

namespace BookBuilder.Knitr;

/// <summary>What chunks of other engines than R show without being run.</summary>
internal static class EngineRun
{
    /// <summary>What the chunk shows.</summary>
    public static ChunkOutcome Of(Chunk chunk, KnitrSession session)
    {
        ChunkSettings settings = session.SettingsOf(chunk);
        bool hasCode = chunk.Body.Any(l => !l.IsBlank);
        ImmutableArray<ChunkShown> shown = chunk.Engine.ToLowerInvariant() switch
        {
            _ when !settings.Include || !hasCode => [],
            "comment" => [],
            "css" or "js" or "javascript" or "sass" or "scss" => settings.Echo ? [new ShownCode(chunk.Body)] : [],
            "asis" => settings.Eval && settings.Echo ? [new ShownMarkdown(chunk.Code)] : [],
            "verbatim" or "embed" => [new ShownCode(chunk.Body)],
            "cat" => settings.Echo ? [new ShownCode(chunk.Body)] : [],
            _ when !settings.Eval => settings.Echo ? [new ShownCode(chunk.Body)] : [],
            _ when settings.Results == "hide" && !settings.IsFigure => settings.Echo ? [new ShownCode(chunk.Body)] : [],
            _ when !session.HasCells && !IsLanguage(chunk.Engine) => [new ShownCode(chunk.Body)],
            _ => settings.Echo ? [new ShownCode(chunk.Body), new ShownByRunning($"the {chunk.Engine} chunk")] : [new ShownByRunning($"the {chunk.Engine} chunk")],
        };
        return new ChunkOutcome(settings, shown);
    }

    /// <summary>The program that would run an engine's code, as people call it.</summary>
    public static string Program(string engine) => engine.ToLowerInvariant() switch
    {
        "r" => "R",
        "python" => "Python",
        "julia" => "Julia",
        "sql" => "a database",
        "bash" or "sh" or "zsh" => "a shell",
        "dot" => "Graphviz",
        "mermaid" => "Mermaid",
        "stan" => "Stan",
        "ojs" => "Observable",
        _ => engine,
    };

    /// <summary>Whether it is an engine of knitr's; an unknown word in braces is more likely a fence that was meant to be shown.</summary>
    private static bool IsLanguage(string engine) => engine.ToLowerInvariant() is "python" or "julia" or "sql" or "bash" or "sh" or "zsh" or "dot" or "mermaid" or "stan" or "rcpp" or "cpp" or "c"
        or "fortran" or "fortran95" or "perl" or "ruby" or "sas" or "stata" or "haskell" or "awk" or "gawk" or "sed" or "node" or "scala" or "go" or "rust" or "d3" or "tikz" or "octave" or "lein"
        or "psql" or "mysql" or "coffee" or "groovy" or "ditaa" or "ojs" or "targets" or "eviews" or "exec" or "glue" or "glue_sql" or "bslib" or "webr" or "pyodide";
}
