namespace BookBuilder.Model.Diagnostics;

/// <summary>An entry of the catalogue: what is said under a code, whichever book it is said of.</summary>
/// <param name="Code">The code.</param>
/// <param name="Severity">How much it matters, as a rule: of the few that are said as warnings or remarks, a warning.</param>
/// <param name="Summary">What it is about, in a sentence or two, with code in backticks.</param>
public sealed record DiagnosticRule(string Code, Severity Severity, string Summary);
