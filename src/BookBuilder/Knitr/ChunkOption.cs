using System.Collections.Immutable;
using BookBuilder.Manifest;
using BookBuilder.Model.Diagnostics;

namespace BookBuilder.Knitr;

/// <summary>An option of a chunk.</summary>
/// <param name="Name">Its name with dots, however it was written: "fig.cap" for <c>fig-cap</c>, too.</param>
/// <param name="Expression">The R expression that gives its value; null when it was given as YAML.</param>
/// <param name="Yaml">The value when it was given as YAML; null when it was given as R.</param>
/// <param name="Span">Where it stands.</param>
internal sealed record ChunkOption(string Name, string? Expression, YamlValue? Yaml, SourceSpan Span)
{
    /// <summary>Its value as far as it is known without running R; null when R would have to be asked.</summary>
    public RValue? Value(REvaluator r) => Yaml is not null ? Of(Yaml, r) : Expression is not null ? r.Evaluate(Expression) : null;

    private static RValue? Of(YamlValue yaml, REvaluator r) => yaml switch
    {
        YamlScalar { Tag: "!expr" or "!r" } scalar => r.Evaluate(scalar.Text),
        YamlScalar { IsNull: true } => RNull.Value,
        YamlScalar { IsPlain: true, Text: "true" or "TRUE" or "True" or "yes" } => RVector.Of(true),
        YamlScalar { IsPlain: true, Text: "false" or "FALSE" or "False" or "no" } => RVector.Of(false),
        YamlScalar { IsPlain: true } scalar when RNumber.TryRead(scalar.Text, out double number) => RVector.Of(number),
        YamlScalar scalar => RVector.Of(scalar.Text),
        YamlList list when list.Items.Select(i => Of(i, r)).ToImmutableArray() is { IsEmpty: false } items && items.All(i => i is RVector) =>
            RVector.Joined(items.OfType<RVector>()),
        _ => null,
    };
}
