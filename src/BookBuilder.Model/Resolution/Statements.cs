using System.Collections.Immutable;
using System.Diagnostics;
using BookBuilder.Model.Blocks;

namespace BookBuilder.Model.Resolution;

/// <summary>Turns statements and captioned listings into divisions of ordinary blocks that say their numbers, so that no output needs to know more of them.</summary>
internal static class Statements
{
    /// <summary>What a statement is to a reference; null for a kind without numbers.</summary>
    public static LabelKind? LabelKindOf(StatementKind kind) => kind switch
    {
        StatementKind.Theorem => LabelKind.Theorem,
        StatementKind.Lemma => LabelKind.Lemma,
        StatementKind.Corollary => LabelKind.Corollary,
        StatementKind.Proposition => LabelKind.Proposition,
        StatementKind.Conjecture => LabelKind.Conjecture,
        StatementKind.Definition => LabelKind.Definition,
        StatementKind.Example => LabelKind.Example,
        StatementKind.Exercise => LabelKind.Exercise,
        StatementKind.Hypothesis => LabelKind.Hypothesis,
        StatementKind.Proof or StatementKind.Remark or StatementKind.Solution => null,
        _ => throw new UnreachableException($"{kind} is new: say here whether it is numbered."),
    };

    /// <summary>"<b>Theorem 2.1</b> (Pythagoras). In a right-angled triangle …": the words run into the first paragraph, or stand before what else comes first.</summary>
    /// <param name="statement">The statement.</param>
    /// <param name="number">Null when its kind has none.</param>
    /// <param name="terms">The book's words.</param>
    public static Division Worded(Statement statement, string? number, BookTerms terms)
    {
        string word = terms.Statements[statement.Kind].One;
        bool isAsserted = !IsQuiet(statement.Kind) && !IsUpright(statement.Kind);
        ImmutableArray<Inline> label =
        [
            new Styled(IsQuiet(statement.Kind) ? InlineStyle.Emphasis : InlineStyle.Strong, [new Text(number is null ? word : $"{word}\u00a0{number}")]),
            .. statement.Name.IsEmpty ? (ImmutableArray<Inline>)[new Text(".")] : [new Text(" ("), .. statement.Name, new Text(").")],
        ];
        // Emphasis within what is italic stands upright, as the label of a theorem should.
        if (isAsserted) label = [new Styled(InlineStyle.Emphasis, label)];
        ImmutableArray<Block> content = statement.Content;
        content = content is [Paragraph first, ..]
            ? content.SetItem(0, first with { Content = [.. label, new Text(" "), .. first.Content] })
            : content.Insert(0, new Paragraph(label) { Span = statement.Span });
        // The sign that a proof is over (Halmos): only where there is a line for it.
        if (statement.Kind == StatementKind.Proof && content[^1] is Paragraph last)
            content = content.SetItem(content.Length - 1, last with { Content = [.. last.Content, new Text("\u00a0\u25a0")] });
        return Around(statement, content, isAsserted ? ["statement", "asserted"] : ["statement"]);
    }

    /// <summary>A listing below its caption: "<b>Listing 3.1</b> Tides by the hour".</summary>
    public static Division Captioned(CodeBlock code, string number, BookTerms terms)
    {
        var words = ImmutableArray.CreateBuilder<Inline>();
        words.Add(new Styled(InlineStyle.Strong, [new Text($"{terms.Listing}\u00a0{number}")]));
        if (!code.Caption.IsEmpty) words.Add(new Text(". "));
        words.AddRange(code.Caption);
        var caption = new Paragraph(words.ToImmutable()) { Span = code.Span };
        return Around(code, [caption, code with { Caption = [], Attributes = code.Attributes with { Label = null } }], ["listing"]);
    }

    /// <summary>The division keeps the node's name: references lead to it.</summary>
    private static Division Around(Block block, ImmutableArray<Block> content, ImmutableArray<string> looks) => new(content)
    {
        Id = block.Id,
        Span = block.Span,
        Attributes = block.Attributes with { Classes = [.. looks, .. block.Attributes.Classes.Where(c => !looks.Contains(c))] },
    };

    private static bool IsQuiet(StatementKind kind) => kind is StatementKind.Proof or StatementKind.Remark or StatementKind.Solution;

    // The custom of the trade (amsthm's styles "plain" and "definition"): what is claimed is set in italic, what explains is upright.
    private static bool IsUpright(StatementKind kind) => kind is StatementKind.Definition or StatementKind.Example or StatementKind.Exercise;
}
