using System.Collections.Frozen;
using BookBuilder.Model.Mathematics;

namespace BookBuilder.Mathematics.Tex;

/// <summary>What commands and characters that stand for one symbol mean.</summary>
/// <remarks>The names of plain TeX, LaTeX and amsmath (The TeXbook, appendix F; amsldoc), the characters of Unicode Technical Report 25.</remarks>
internal static class TexSymbols
{
    private static readonly FrozenDictionary<string, MathNode> Commands = Build();

    /// <summary>The operators among the characters that can be typed directly.</summary>
    private static readonly FrozenDictionary<string, MathNode> Characters = BuildCharacters();

    /// <summary>The symbol of a command, or null.</summary>
    public static MathNode? OfCommand(string name) => Commands.GetValueOrDefault(name);

    /// <summary>The symbol of a character that is neither letter nor digit; an ordinary operator when it is not known.</summary>
    public static MathNode OfCharacter(string character) =>
        Characters.GetValueOrDefault(character) ?? new MathOperator(character, MathClass.Ordinary);

    /// <summary>The fence a command or character names after <c>\left</c>; empty for a full stop (none), null when it is no fence.</summary>
    public static string? Fence(string token) => token switch
    {
        "." => "",
        "(" or ")" or "[" or "]" or "/" or "|" => token,
        "{" or "}" => token,
        "<" => "⟨",
        ">" => "⟩",
        "\\" or "backslash" => "\\",
        "Vert" or "‖" => "‖",
        "vert" => "|",
        _ => OfCommand(token) is MathOperator { Class: MathClass.Open or MathClass.Close or MathClass.Relation } fence ? fence.Text : null,
    };

    /// <summary>Whether scripts of an operator or function stand above and below it in display.</summary>
    public static bool TakesLimits(MathNode node) => node switch
    {
        MathOperator { Class: MathClass.Large } o => o.Text is not ("∫" or "∬" or "∭" or "∮"),
        MathIdentifier i => i.Text is "lim" or "max" or "min" or "sup" or "inf" or "det" or "Pr" or "gcd" or "lim sup" or "lim inf" or "arg max" or "arg min",
        _ => false,
    };

    private static FrozenDictionary<string, MathNode> Build()
    {
        var all = new Dictionary<string, MathNode>(StringComparer.Ordinal);
        Add("alpha α beta β gamma γ delta δ epsilon ϵ varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι kappa κ varkappa ϰ lambda λ mu μ nu ν xi ξ "
            + "omicron ο pi π varpi ϖ rho ρ varrho ϱ sigma σ varsigma ς tau τ upsilon υ phi ϕ varphi φ chi χ psi ψ omega ω ell ℓ imath ı jmath ȷ",
            s => new MathIdentifier(s));
        Add("Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω "
            + "infty ∞ partial ∂ nabla ∇ hbar ℏ Re ℜ Im ℑ wp ℘ aleph ℵ emptyset ∅ varnothing ∅ top ⊤ bot ⊥ prime ′ degree °",
            s => new MathIdentifier(s, Upright: true));
        Add("forall ∀ exists ∃ nexists ∄ neg ¬ lnot ¬ angle ∠ triangle △ square □ checkmark ✓ dagger † ddagger ‡ sharp ♯ flat ♭ natural ♮ "
            + "ldots … dots … dotsc … cdots ⋯ dotsb ⋯ vdots ⋮ ddots ⋱ % % # # & & $ $ _ _ backslash \\ vert | Vert ‖ | ‖ S § P ¶ therefore ∴ because ∵",
            s => new MathOperator(s, MathClass.Ordinary));
        Add("pm ± mp ∓ times × div ÷ cdot ⋅ ast ∗ star ⋆ circ ∘ bullet ∙ cap ∩ cup ∪ sqcap ⊓ sqcup ⊔ wedge ∧ land ∧ vee ∨ lor ∨ oplus ⊕ ominus ⊖ "
            + "otimes ⊗ oslash ⊘ odot ⊙ setminus ∖ amalg ⨿ uplus ⊎ diamond ⋄ bmod mod",
            s => new MathOperator(s, MathClass.Binary));
        Add("le ≤ leq ≤ leqslant ⩽ ge ≥ geq ≥ geqslant ⩾ lt < gt > ne ≠ neq ≠ equiv ≡ approx ≈ sim ∼ simeq ≃ cong ≅ propto ∝ asymp ≍ doteq ≐ ll ≪ gg ≫ "
            + "prec ≺ succ ≻ preceq ⪯ succeq ⪰ in ∈ notin ∉ ni ∋ subset ⊂ supset ⊃ subseteq ⊆ supseteq ⊇ subsetneq ⊊ perp ⟂ parallel ∥ mid ∣ nmid ∤ "
            + "models ⊨ vdash ⊢ dashv ⊣ vDash ⊨ coloneqq ≔ triangleq ≜ to → rightarrow → gets ← leftarrow ← leftrightarrow ↔ Rightarrow ⇒ Leftarrow ⇐ "
            + "Leftrightarrow ⇔ iff ⟺ implies ⟹ impliedby ⟸ mapsto ↦ longmapsto ⟼ longrightarrow ⟶ longleftarrow ⟵ longleftrightarrow ⟷ Longrightarrow ⟹ "
            + "Longleftarrow ⟸ Longleftrightarrow ⟺ hookrightarrow ↪ hookleftarrow ↩ rightharpoonup ⇀ leftharpoonup ↼ rightleftharpoons ⇌ leadsto ⇝ "
            + "uparrow ↑ downarrow ↓ updownarrow ↕ Uparrow ⇑ Downarrow ⇓ nearrow ↗ searrow ↘ swarrow ↙ nwarrow ↖",
            s => new MathOperator(s, MathClass.Relation));
        Add("langle ⟨ lfloor ⌊ lceil ⌈ lbrace { { { lbrack [ lvert | lVert ‖ llbracket ⟦", s => new MathOperator(s, MathClass.Open));
        Add("rangle ⟩ rfloor ⌋ rceil ⌉ rbrace } } } rbrack ] rvert | rVert ‖ rrbracket ⟧", s => new MathOperator(s, MathClass.Close));
        Add("colon :", s => new MathOperator(s, MathClass.Punctuation));
        Add("sum ∑ prod ∏ coprod ∐ int ∫ iint ∬ iiint ∭ oint ∮ bigcup ⋃ bigcap ⋂ bigsqcup ⨆ bigvee ⋁ bigwedge ⋀ bigoplus ⨁ bigotimes ⨂ bigodot ⨀ biguplus ⨄",
            s => new MathOperator(s, MathClass.Large));
        foreach (string function in "arccos arcsin arctan arg cos cosh cot coth csc deg det dim exp gcd hom inf ker lg lim ln log max min Pr sec sin sinh sup tan tanh".Split(' '))
            all.Add(function, new MathIdentifier(function, Upright: true));
        all.Add("limsup", new MathIdentifier("lim sup", Upright: true));
        all.Add("liminf", new MathIdentifier("lim inf", Upright: true));
        all.Add("argmax", new MathIdentifier("arg max", Upright: true));
        all.Add("argmin", new MathIdentifier("arg min", Upright: true));
        // Spaces in eighteenths of an em (The TeXbook, chapter 18).
        (string Name, double Em)[] spaces =
        [
            (",", 3 / 18.0), ("thinspace", 3 / 18.0), (":", 4 / 18.0), (">", 4 / 18.0), ("medspace", 4 / 18.0), (";", 5 / 18.0), ("thickspace", 5 / 18.0),
            ("!", -3 / 18.0), ("negthinspace", -3 / 18.0), (" ", 0.25), ("space", 0.25), ("enspace", 0.5), ("quad", 1), ("qquad", 2),
        ];
        foreach ((string name, double em) in spaces) all.Add(name, new MathSpace(em));
        return all.ToFrozenDictionary(StringComparer.Ordinal);

        void Add(string pairs, Func<string, MathNode> make)
        {
            string[] words = pairs.Split(' ');
            for (int i = 0; i < words.Length; i += 2) all.Add(words[i], make(words[i + 1]));
        }
    }

    private static FrozenDictionary<string, MathNode> BuildCharacters()
    {
        var all = new Dictionary<string, MathNode>(StringComparer.Ordinal);
        foreach (MathNode symbol in Commands.Values)
            if (symbol is MathOperator { Text.Length: 1 } o && !char.IsAsciiLetterOrDigit(o.Text[0]))
                all.TryAdd(o.Text, o);
        (string Characters, MathClass Class)[] typed = [("+ − - * ±", MathClass.Binary), ("= < > : ∶", MathClass.Relation), ("( [", MathClass.Open), (") ] !", MathClass.Close), (", ;", MathClass.Punctuation), ("/ | ? . @ \"", MathClass.Ordinary)];
        foreach ((string characters, MathClass spacing) in typed)
            foreach (string c in characters.Split(' '))
                all[c] = new MathOperator(c switch { "-" => "−", "*" => "∗", _ => c }, spacing);
        all["~"] = new MathSpace(0.25);
        all["∞"] = new MathIdentifier("∞", Upright: true);
        all["∂"] = new MathIdentifier("∂", Upright: true);
        return all.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
