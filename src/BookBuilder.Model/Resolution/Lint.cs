using BookBuilder.Model.Diagnostics;

namespace BookBuilder.Model.Resolution;

/// <summary>Looks for the traces of mistakes that no rule forbids.</summary>
internal static class Lint
{
    /// <summary>The same text under the same number in so many chapters is no chance.</summary>
    private const int Collided = 3;

    /// <summary>Reports note texts that repeat under one number, and captions that repeat.</summary>
    public static void Check(NumberedBook numbered, DiagnosticSink sink)
    {
        IEnumerable<IGrouping<(string, string), NumberedNote>> repeated = numbered.Chapters.SelectMany(c => c.Notes)
            .GroupBy(n => (n.Mark, n.Words)).Where(g => g.Key.Item2.Length > 0 && g.Count() >= Collided);
        foreach (IGrouping<(string Mark, string), NumberedNote> notes in repeated)
            sink.Report(Problems.CollidedNotes(notes.Key.Mark, notes.First().Source.Span, notes.Count()));
        Captions(numbered.Figures, numbered, sink);
        Captions(numbered.Tables, numbered, sink);
    }

    private static void Captions(List<NumberedFloat> floats, NumberedBook numbered, DiagnosticSink sink)
    {
        foreach (var same in floats.GroupBy(f => f.Words).Where(g => g.Key.Length > 0))
        foreach (var later in same.Skip(1))
            sink.Report(Problems.SameCaption(numbered.Numbers[later.Id].Text, later.Span, numbered.Numbers[same.First().Id].Text));
    }
}
