using System.Collections.Immutable;
using BookBuilder.Model.Blocks;
using BookBuilder.Model.Diagnostics;
using BookBuilder.Model.Memories;

namespace BookBuilder.Model.Resolution;

/// <summary>What a chapter's references may ask of the labels of the book.</summary>
internal enum LabelAsk
{
    /// <summary>What a label names, as seen from a chapter.</summary>
    Thing,
    /// <summary>What a link to a file leads to.</summary>
    File,
    /// <summary>Whether an author gave something this label.</summary>
    Given,
}

/// <summary>A question about the labels of the book and its answer. Where the thing was written is no part of the answer: nothing printed depends on it.</summary>
/// <param name="Ask">What was asked.</param>
/// <param name="Name">The label, or the file.</param>
/// <param name="Chapter">The chapter it was asked from.</param>
/// <param name="Answer">The thing; for <see cref="LabelAsk.Given"/> null.</param>
/// <param name="Anchor">The anchor of the thing.</param>
/// <param name="IsGiven">The answer to <see cref="LabelAsk.Given"/>.</param>
internal readonly record struct LabelQuestion(LabelAsk Ask, string Name, string Chapter, LabelledThing? Answer, string? Anchor, bool IsGiven);

/// <summary>The labels of the book as one chapter asks for them; every question is written down.</summary>
internal sealed class AskedLabels(NumberedBook book)
{
    private readonly ImmutableArray<LabelQuestion>.Builder _asked = ImmutableArray.CreateBuilder<LabelQuestion>();

    /// <summary>All that was asked; null when something was said of it.</summary>
    public ImmutableArray<LabelQuestion>? Asked => HasComplained ? null : _asked.ToImmutable();

    /// <summary>Whether an answer was worth a complaint, which may depend on all labels of the book.</summary>
    private bool HasComplained { get; set; }

    /// <summary>The thing a label names, see <see cref="LabelTable.Find"/>.</summary>
    public LabelledThing? Find(string label, string chapter, SourceSpan span, DiagnosticSink sink)
    {
        var said = new DiagnosticSink();
        LabelledThing? thing = book.Labels.Find(label, chapter, span, said);
        ImmutableArray<Diagnostic> complaints = said.ToImmutable();
        HasComplained |= !complaints.IsEmpty;
        sink.Report(complaints);
        _asked.Add(Answered(book, new(LabelAsk.Thing, label, chapter, null, null, false)));
        return thing;
    }

    /// <summary>The thing that a link to a file leads to.</summary>
    public LabelledThing? File(string path)
    {
        _asked.Add(Answered(book, new(LabelAsk.File, path, "", null, null, false)));
        return book.Labels.File(path);
    }

    /// <summary>Whether an author gave something this label.</summary>
    public bool IsGiven(string label)
    {
        LabelQuestion question = Answered(book, new(LabelAsk.Given, label, "", null, null, false));
        _asked.Add(question);
        return question.IsGiven;
    }

    /// <summary>The file of the book that a name probably means.</summary>
    public string? NearestFile(string path)
    {
        HasComplained = true;
        return book.Labels.NearestFile(path);
    }

    /// <summary>Whether a book gives the same answers.</summary>
    public static bool AreAnsweredBy(NumberedBook book, ImmutableArray<LabelQuestion> asked) => asked.All(question => Answered(book, question) == question);

    /// <summary>Writes questions and answers into the name of what depends on them.</summary>
    public static StoredWriter Write(StoredWriter to, ImmutableArray<LabelQuestion> asked)
    {
        to.Number(asked.Length);
        foreach (LabelQuestion question in asked)
        {
            to.Number((int)question.Ask).Text(question.Name).Text(question.Chapter).Text(question.Anchor).Flag(question.IsGiven).Flag(question.Answer is not null);
            if (question.Answer is not { } thing) continue;
            to.Text(thing.Label).Number((int)thing.Kind).Text(thing.Id.Chapter).Number(thing.Id.Ordinal).Text(thing.Number).Text(thing.Title).Flag(thing.IsAutomatic);
        }
        return to;
    }

    private static LabelQuestion Answered(NumberedBook book, LabelQuestion question)
    {
        if (question.Ask == LabelAsk.Given) return question with { IsGiven = book.Labels.IsGiven(question.Name) };
        LabelledThing? thing = question.Ask == LabelAsk.File ? book.Labels.File(question.Name) : book.Labels.Known(question.Name, question.Chapter);
        return question with
        {
            Answer = thing is null ? null : thing with { Span = SourceSpan.None },
            Anchor = thing is null ? null : book.Anchors.ByNode.GetValueOrDefault(thing.Id),
        };
    }
}
