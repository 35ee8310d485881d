using BookBuilder.Model.Diagnostics;

namespace BookBuilder.PageText;

/// <summary>What all passes over one text share: what its author overrides, what its words are, and what was decided and said so far.</summary>
internal sealed class PageReading(string path, PageTextOverrides overrides, PageVocabulary words)
{
    private readonly List<PageTextDecision> _decisions = [];

    public DiagnosticSink Said { get; } = new();

    public PageTextOverrides Overrides => overrides;

    public PageVocabulary Words => words;

    public IReadOnlyList<PageTextDecision> Decisions => _decisions;

    /// <summary>The place a diagnostic names.</summary>
    public SourceSpan Span(int line)
    {
        var at = new SourcePosition(Math.Max(1, line), 1);
        return new SourceSpan(path, at, at);
    }

    public void Decide(int line, PageTextRule rule, string before, string after, Confidence confidence, string? remark = null) =>
        _decisions.Add(new PageTextDecision(line, rule, before, after, confidence, remark));

    /// <summary>Notes a decision and tells the author of it at once.</summary>
    public void Doubt(int line, PageTextRule rule, string before, string after, Confidence confidence, Diagnostic said, string? remark = null)
    {
        Decide(line, rule, before, after, confidence, remark ?? said.Message);
        Said.Report(said);
    }

    /// <summary>Whether a rule may do its work at a line.</summary>
    public bool Allows(int line, PageTextRule rule) => overrides.Allows(line, rule);
}
