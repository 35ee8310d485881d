using System.Collections.Frozen;
using BookBuilder.Model.Mathematics;

namespace BookBuilder.Mathematics.Speech;

/// <summary>The English names of symbols.</summary>
internal static class SpokenSymbols
{
    private static readonly FrozenDictionary<string, string> Operators = Pairs(
        "+:plus|−:minus|±:plus or minus|∓:minus or plus|×:times|÷:divided by|⋅:times|∗:star|⋆:star|∘:of|∙:dot|/:divided by|=:equals|≠:is not equal to|<:is less than"
        + "|>:is greater than|≤:is at most|⩽:is at most|≥:is at least|⩾:is at least|≡:is identical to|≈:is approximately|∼:is similar to|≃:is similar to|≅:is congruent to"
        + "|∝:is proportional to|≪:is much less than|≫:is much greater than|∈:is in|∉:is not in|∋:contains|⊂:is a subset of|⊆:is a subset of|⊃:is a superset of"
        + "|⊇:is a superset of|∩:intersection|∪:union|∖:minus|∧:and|∨:or|¬:not|⊕:circled plus|⊗:circled times|∀:for all|∃:there exists|→:to|←:from|↔:if and only if|⇒:implies"
        + "|⟹:implies|⇐:is implied by|⇔:if and only if|⟺:if and only if|↦:maps to|⟶:to|↑:up|↓:down|⟂:is perpendicular to|∥:is parallel to|∣:given|(:open parenthesis"
        + "|):close parenthesis|[:open bracket|]:close bracket|{:open brace|}:close brace|⟨:open angle|⟩:close angle|⌊:floor|⌋:end floor|⌈:ceiling|⌉:end ceiling|‖:double bar"
        + "|,:comma|;:semicolon|::colon|!:factorial|…:and so on|⋯:and so on|%:percent|$:dollar|′:prime|∑:sum|∏:product|∫:integral|∬:double integral|∭:triple integral"
        + "|∮:contour integral|⋃:union|⋂:intersection|≔:is defined as|∴:therefore");

    private static readonly FrozenDictionary<string, string> Letters = Pairs(
        "α:alpha|β:beta|γ:gamma|δ:delta|ϵ:epsilon|ε:epsilon|ζ:zeta|η:eta|θ:theta|ϑ:theta|ι:iota|κ:kappa|λ:lambda|μ:mu|ν:nu|ξ:xi|ο:omicron|π:pi|ρ:rho|σ:sigma|ς:sigma"
        + "|τ:tau|υ:upsilon|ϕ:phi|φ:phi|χ:chi|ψ:psi|ω:omega|Γ:capital gamma|Δ:capital delta|Θ:capital theta|Λ:capital lambda|Ξ:capital xi|Π:capital pi|Σ:capital sigma"
        + "|Υ:capital upsilon|Φ:capital phi|Ψ:capital psi|Ω:capital omega|∞:infinity|∂:partial|∇:del|ℓ:l|ℏ:h bar|∅:the empty set|°:degrees|sin:sine|cos:cosine|tan:tangent"
        + "|ln:natural log|log:log|exp:exponential|lim:limit|max:maximum|min:minimum|arg max:arg max|arg min:arg min|sup:supremum|inf:infimum|det:determinant|mod:mod");

    /// <summary>The words for an operator; the character itself when it has none.</summary>
    public static string Of(string symbol, MathClass spacing) => (symbol, spacing) switch
    {
        ("|", MathClass.Relation) => "given",
        ("|", _) => "vertical bar",
        _ => Operators.GetValueOrDefault(symbol, symbol),
    };

    /// <summary>The name of a letter or function; null when it is its own name.</summary>
    public static string? OfLetter(string letter) => Letters.GetValueOrDefault(letter);

    /// <summary>The word for an accent, after its base.</summary>
    public static string OfAccent(string accent) => accent switch
    {
        "¯" => "bar",
        "^" => "hat",
        "→" => "vector",
        "~" => "tilde",
        "˙" => "dot",
        "¨" => "double dot",
        _ => "with accent",
    };

    private static FrozenDictionary<string, string> Pairs(string pairs) =>
        pairs.Split('|').Select(p => (Symbol: p[..p.IndexOf(':', 1)], Words: p[(p.IndexOf(':', 1) + 1)..])).ToFrozenDictionary(p => p.Symbol, p => p.Words, StringComparer.Ordinal);
}
