using System.Collections.Immutable;
using BookBuilder.Explaining;
using BookBuilder.Files;
using BookBuilder.Model.Diagnostics;

namespace BookBuilder.Building;

/// <summary>Builds books: the whole road from files to outputs.</summary>
/// <remarks>The author's mistakes never throw: they are in the report. What throws is a mistake of the caller or a fault of ours.</remarks>
public static class BookCompiler
{
    /// <summary>Builds a book into a folder. Outputs appear whole or not at all, and only when nothing was wrong (but for a draft).</summary>
    /// <param name="project">The book.</param>
    /// <param name="options">How.</param>
    /// <param name="progress">Told how far it is; null when nobody listens.</param>
    /// <param name="stop">Cancels; nothing half-made is left.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static Task<BuildReport> BuildAsync(BookProject project, BuildOptions options, IProgress<BuildProgress>? progress = null,
        CancellationToken stop = default) =>
        Task.Run(() => new BookBuild(project, options, progress, stop).Run(outputs: null, isCheck: false), stop);

    /// <summary>Builds a book into any outputs: streams, memory.</summary>
    /// <param name="project">The book.</param>
    /// <param name="options">How; its folder means nothing here.</param>
    /// <param name="outputs">Where the finished files go.</param>
    /// <param name="progress">Told how far it is; null when nobody listens.</param>
    /// <param name="stop">Cancels; nothing half-made is handed out.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static Task<BuildReport> BuildAsync(BookProject project, BuildOptions options, IBookOutputs outputs,
        IProgress<BuildProgress>? progress = null, CancellationToken stop = default) =>
        Task.Run(() => new BookBuild(project, options, progress, stop).Run(outputs, isCheck: false), stop);

    /// <summary>Prints a part of a book with the whole book's numbers: its chapters and sections in a design for a class, and as a small EPUB.</summary>
    /// <param name="project">The book.</param>
    /// <param name="request">What the handout holds.</param>
    /// <param name="options">How it is built.</param>
    /// <param name="progress">Told how far it is; null when nobody listens.</param>
    /// <param name="stop">Cancels; nothing half-made is left.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static Task<BuildReport> HandoutAsync(BookProject project, HandoutRequest request, BuildOptions options,
        IProgress<BuildProgress>? progress = null, CancellationToken stop = default) =>
        BuildAsync(project, options with { Handout = request }, progress, stop);

    /// <summary>Does everything but writing.</summary>
    /// <param name="project">The book.</param>
    /// <param name="options">How it would be built.</param>
    /// <param name="progress">Told how far it is; null when nobody listens.</param>
    /// <param name="stop">Cancels.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static Task<BuildReport> CheckAsync(BookProject project, BuildOptions options, IProgress<BuildProgress>? progress = null,
        CancellationToken stop = default) =>
        Task.Run(() => new BookBuild(project, options, progress, stop).Run(new NoOutputs(), isCheck: true), stop);

    /// <summary>Sets a book and says why a page, a figure or a paragraph of it is as it is. Writes nothing.</summary>
    /// <param name="project">The book.</param>
    /// <param name="options">How it would be built.</param>
    /// <param name="question">What is to be explained.</param>
    /// <param name="progress">Told how far it is; null when nobody listens.</param>
    /// <param name="stop">Cancels.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static Task<LayoutExplanation> ExplainAsync(BookProject project, BuildOptions options, LayoutQuestion question,
        IProgress<BuildProgress>? progress = null, CancellationToken stop = default) =>
        Task.Run(() => new BookBuild(project, options, progress, stop).Explain(question), stop);

    /// <summary>Diagnostics in the order of the book: its files in reading order, then by place; what has no place comes last. None stands twice.</summary>
    /// <param name="said">Diagnostics, or what is about each of them one.</param>
    /// <param name="files">The files in reading order.</param>
    /// <param name="diagnostic">The diagnostic of each.</param>
    internal static ImmutableArray<T> InOrder<T>(IEnumerable<T> said, IEnumerable<string> files, Func<T, Diagnostic> diagnostic)
    {
        Dictionary<string, int> order = [];
        foreach (string file in files) order.TryAdd(file, order.Count);
        return
        [
            .. said.Select(s => (Said: s, Of: diagnostic(s)))
                .DistinctBy(static s => (s.Of.Code, s.Of.Message, s.Of.Span))
                .OrderBy(s => s.Of.Span.Path.Length == 0 ? int.MaxValue : order.GetValueOrDefault(s.Of.Span.Path, int.MaxValue - 1))
                .ThenBy(static s => s.Of.Span.Path, StringComparer.Ordinal)
                .ThenBy(static s => s.Of.Span.Start.Line)
                .ThenBy(static s => s.Of.Span.Start.Column)
                .Select(static s => s.Said),
        ];
    }

    /// <summary>What nobody reads to its end: of one kind in one file the first so many are told, the others counted.</summary>
    private const int MostOfAKind = 100;

    /// <summary>Diagnostics in their order, without those that only say the same again and again: they are counted.</summary>
    internal static ImmutableArray<Diagnostic> Bounded(ImmutableArray<Diagnostic> all)
    {
        Dictionary<(string Code, string Path), int> kinds = [];
        foreach (Diagnostic said in all) kinds[(said.Code, said.Span.Path)] = kinds.GetValueOrDefault((said.Code, said.Span.Path)) + 1;
        Dictionary<(string Code, string Path), int> told = [];
        var kept = ImmutableArray.CreateBuilder<Diagnostic>();
        foreach (Diagnostic said in all)
        {
            (string, string) kind = (said.Code, said.Span.Path);
            int number = told[kind] = told.GetValueOrDefault(kind) + 1;
            if (number <= MostOfAKind) kept.Add(said);
            if (number == MostOfAKind && kinds[kind] > number) kept.Add(Problems.MoreOfTheSame(said, kinds[kind] - number));
        }
        return kept.ToImmutable();
    }
}
