using System.Collections.Immutable;
using BookBuilder.Model.Blocks;

namespace BookBuilder.Model.Resolution;

/// <summary>The words a cross-reference prints: "Figure 3.2", "Figures 3.2 and 3.4", "4.1", "Drifting".</summary>
internal sealed class ReferenceWords(BookTerms terms)
{
    /// <summary>The settled references with the words between them.</summary>
    /// <param name="reference">As written.</param>
    /// <param name="things">What it names; at least one.</param>
    public ImmutableArray<Inline> For(CrossReference reference, IReadOnlyList<LabelledThing> things)
    {
        var inlines = ImmutableArray.CreateBuilder<Inline>();
        bool plural = things.Count > 1 && reference.Form != ReferenceForm.Page && things.All(t => t.Number is not null && t.Kind == things[0].Kind);
        for (int i = 0; i < things.Count; i++)
        {
            if (i > 0)
                inlines.Add(new Text(i < things.Count - 1 ? ", " : things.Count > 2 ? terms.LastOfSeveral : $" {terms.And} "));
            string words = plural && i > 0 ? Number(things[i], ReferenceForm.Full) : Words(reference, things[i], plural);
            inlines.Add(new Reference(things[i].Id, [new Text(words)]) { PageWord = reference.Form == ReferenceForm.Page ? PageWord(reference) : null });
        }
        return inlines.ToImmutable();
    }

    private string Words(CrossReference reference, LabelledThing thing, bool plural)
    {
        if (reference.Form == ReferenceForm.Title && thing.Title.Length > 0)
            return thing.Title;
        if (thing.Number is null)
            return thing.Title.Length > 0 ? terms.Quoted(thing.Title) : thing.Label;
        string number = Number(thing, reference.Form);
        string word = reference.Form switch
        {
            ReferenceForm.Page => Word(thing.Kind, plural),
            ReferenceForm.Full => reference.OwnPrefix ?? Word(thing.Kind, plural),
            _ => reference.OwnPrefix ?? "",
        };
        if (reference.Capital && word.Length > 0)
            word = char.ToUpperInvariant(word[0]) + word[1..];
        return word.Length == 0 ? number : $"{word}\u00a0{number}";
    }

    private string PageWord(CrossReference reference)
    {
        string word = reference.OwnPrefix ?? terms.Page;
        return reference.Capital && word.Length > 0 ? char.ToUpperInvariant(word[0]) + word[1..] : word;
    }

    private static string Number(LabelledThing thing, ReferenceForm form) =>
        thing.Kind == LabelKind.Equation && form == ReferenceForm.Number ? $"({thing.Number})" : thing.Number ?? thing.Title;

    private string Word(LabelKind kind, bool plural) => kind switch
    {
        LabelKind.Part => plural ? terms.Parts : terms.Part,
        LabelKind.Chapter => plural ? terms.Chapters : terms.Chapter,
        LabelKind.Appendix => plural ? terms.Appendices : terms.Appendix,
        LabelKind.Section => plural ? terms.Sections : terms.Section,
        LabelKind.Figure => plural ? terms.Figures : terms.Figure,
        LabelKind.Table => plural ? terms.Tables : terms.Table,
        LabelKind.Equation => plural ? terms.Equations : terms.Equation,
        LabelKind.Listing => plural ? terms.Listings : terms.Listing,
        LabelKind.Other => "",
        _ => Statement(kind) is var words && plural ? words.Many : words.One,
    };

    private CountedWord Statement(LabelKind kind) => terms.Statements.First(s => Statements.LabelKindOf(s.Key) == kind).Value;
}
