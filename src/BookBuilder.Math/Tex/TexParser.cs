using System.Collections.Immutable;
using BookBuilder.Model.Diagnostics;
using BookBuilder.Model.Mathematics;

namespace BookBuilder.Mathematics.Tex;

/// <summary>Builds the tree of one formula. What it cannot read becomes text and is reported; it never throws.</summary>
internal sealed class TexParser(string tex, SourceSpan span)
{
    /// <summary>How deep groups may nest; the rest is kept as text.</summary>
    private const int DepthLimit = 60;

    private readonly ImmutableArray<TexToken> _tokens = TexLexer.Read(tex);
    private readonly DiagnosticSink _said = new();
    private int _at;
    private int _depth;

    /// <summary>What was said, the same thing once.</summary>
    public ImmutableArray<Diagnostic> Said => [.. _said.ToImmutable().DistinctBy(d => d.Message)];

    private TexToken Now => _tokens[_at];

    /// <summary>The whole formula.</summary>
    public MathNode Read()
    {
        var items = ImmutableArray.CreateBuilder<MathNode>();
        while (Now.Kind != TexTokenKind.End)
        {
            items.AddRange(Items(null));
            if (Now.Kind != TexTokenKind.Close) continue;
            _said.Report(Problems.UnbalancedFormula("}", span));
            _at++;
        }
        return Row(items.ToImmutable());
    }

    private static MathNode Row(ImmutableArray<MathNode> items) => items.Length == 1 ? items[0] : new MathRow(items);

    /// <summary>Items up to a closing brace, the end, or a command that ends them (<c>\right</c>) or a character (<c>]</c>).</summary>
    private ImmutableArray<MathNode> Items(string? ending)
    {
        var items = ImmutableArray.CreateBuilder<MathNode>();
        while (Now.Kind is not (TexTokenKind.End or TexTokenKind.Close) && !(ending is not null && Now.Text == ending))
            if (Scripted() is { } item)
                items.Add(item);
        return items.ToImmutable();
    }

    /// <summary>One item with its scripts; null for a command that leaves nothing.</summary>
    private MathNode? Scripted()
    {
        bool isBare = Now is { Kind: TexTokenKind.Character, Text: "^" or "_" or "'" or "’" };
        MathNode? item = isBare ? new MathRow([]) : Item();
        if (item is null or MathSpace) return item;
        bool limits = TexSymbols.TakesLimits(item);
        List<MathNode> subs = [], supers = [];
        string primes = "";
        while (true)
        {
            switch (Now)
            {
                case { Kind: TexTokenKind.Command, Text: "limits" or "nolimits" }:
                    limits = Now.Text == "limits";
                    _at++;
                    continue;
                case { Kind: TexTokenKind.Character, Text: "'" or "’" }:
                    primes += "′";
                    _at++;
                    continue;
                case { Kind: TexTokenKind.Character, Text: "_" }:
                    Script(subs, "_");
                    continue;
                case { Kind: TexTokenKind.Character, Text: "^" }:
                    Script(supers, "^");
                    continue;
            }
            break;
        }
        if (primes.Length > 0) supers.Insert(0, new MathOperator(primes, MathClass.Ordinary));
        return subs.Count + supers.Count == 0 ? item : new MathScripts(item, Only(subs), Only(supers), limits);

        static MathNode? Only(List<MathNode> scripts) => scripts.Count == 0 ? null : Row([.. scripts]);
    }

    /// <summary>Reads one script; a second of the same kind stands beside the first.</summary>
    private void Script(List<MathNode> scripts, string mark)
    {
        _at++;
        if (scripts.Count > 0) _said.Report(Problems.DoubleScript(mark, span));
        scripts.Add(Argument());
    }

    /// <summary>What a command or script takes: a group, one digit or one item.</summary>
    private MathNode Argument()
    {
        if (Now.Kind == TexTokenKind.Character && char.IsAsciiDigit(Now.Text[0])) return new MathNumber(_tokens[_at++].Text);
        // A prime that was raised by hand.
        if (Now is { Kind: TexTokenKind.Character, Text: "'" or "’" })
        {
            _at++;
            return new MathOperator("′", MathClass.Ordinary);
        }
        if (Now.Kind is TexTokenKind.End or TexTokenKind.Close)
        {
            _said.Report(Problems.MissingArgument(_at > 0 ? tex[_tokens[_at - 1].Start.._tokens[_at - 1].Stop] : "", span));
            return new MathRow([]);
        }
        return Item() ?? new MathRow([]);
    }

    private MathNode? Item()
    {
        TexToken token = Now;
        _at++;
        switch (token.Kind)
        {
            case TexTokenKind.Open: return Group();
            case TexTokenKind.Command: return Command(token);
            default:
                if (char.IsAsciiDigit(token.Text[0])) return Number(token);
                if (token.Text == "&")
                {
                    _said.Report(Problems.UnknownMath("&", span));
                    return new MathText("&");
                }
                return char.IsLetter(token.Text, 0) ? new MathIdentifier(token.Text) : TexSymbols.OfCharacter(token.Text);
        }
    }

    private MathNode Group()
    {
        if (_depth == DepthLimit) return TooDeep();
        _depth++;
        ImmutableArray<MathNode> items = Items(null);
        _depth--;
        if (Now.Kind == TexTokenKind.Close) _at++;
        else _said.Report(Problems.UnbalancedFormula("{", span));
        // A group is an ordinary atom: braces around a comma or a plus take away its space (The TeXbook, chapter 17).
        return items is [MathOperator { Class: not MathClass.Large } only] ? only with { Class = MathClass.Ordinary } : Row(items);
    }

    /// <summary>The rest of the group as text.</summary>
    private MathText TooDeep()
    {
        _said.Report(Problems.FormulaTooDeep(DepthLimit, span));
        int start = Now.Start;
        for (int open = 1; Now.Kind != TexTokenKind.End; _at++)
        {
            if (Now.Kind == TexTokenKind.Open) open++;
            if (Now.Kind == TexTokenKind.Close && --open == 0) break;
        }
        // A line end of the source is none of the formula.
        string text = tex[start..Now.Start].ReplaceLineEndings(" ");
        if (Now.Kind == TexTokenKind.Close) _at++;
        return new MathText(text);
    }

    private MathNumber Number(TexToken token)
    {
        int end = token.Stop;
        while (true)
        {
            ReadOnlySpan<char> rest = tex.AsSpan(end);
            if (rest.Length > 0 && char.IsAsciiDigit(rest[0])) end++;
            else if (rest.Length > 1 && rest[0] == '.' && char.IsAsciiDigit(rest[1])) end += 2;
            // A comma in braces is part of a number: 1{,}000.
            else if (rest.Length > 3 && rest.StartsWith("{,}") && char.IsAsciiDigit(rest[3])) end += 4;
            else break;
        }
        while (Now.Kind != TexTokenKind.End && Now.Start < end) _at++;
        return new MathNumber(tex[token.Start..end].Replace("{,}", ","));
    }

    private MathNode? Command(TexToken token)
    {
        if (_depth == DepthLimit) return TooDeep();
        _depth++;
        MathNode? node = Known(token);
        _depth--;
        return node;
    }

    private MathNode? Known(TexToken token)
    {
        if (TexSymbols.OfCommand(token.Text) is { } symbol) return symbol;
        if (MathAlphabet.Has(token.Text)) return Restyled(Argument(), text => MathAlphabet.Of(token.Text, text));
        if (TexAccents.Of(token.Text) is { } accent) return new MathAccent(Argument(), accent);
        switch (token.Text)
        {
            case "frac" or "dfrac" or "tfrac" or "cfrac": return new MathFraction(Argument(), Argument());
            case "sqrt": return Root();
            case "left": return Fenced();
            case "big" or "Big" or "bigg" or "Bigg" or "bigl" or "Bigl" or "biggl" or "Biggl" or "bigr" or "Bigr" or "biggr" or "Biggr" or "bigm" or "Bigm":
                return Fence(token.Text[^1] == 'r' ? MathClass.Close : token.Text[^1] == 'l' ? MathClass.Open : MathClass.Ordinary, isStretchy: false);
            case "mathrm" or "operatorname" or "mathup":
                bool hasStar = Now is { Kind: TexTokenKind.Character, Text: "*" };
                if (hasStar) _at++;
                return Upright(Argument());
            case "mathit" or "mathnormal": return Argument();
            case "text" or "textrm" or "textnormal" or "mbox" or "textbf" or "textit" or "textsf" or "texttt" or "hbox": return Words();
            case "overset" or "stackrel":
                MathNode above = Argument();
                return new MathScripts(Argument(), null, above, Limits: true);
            case "underset":
                MathNode below = Argument();
                return new MathScripts(Argument(), below, null, Limits: true);
            case "not": return Negated();
            case "pmod":
                return new MathRow([new MathSpace(1), new MathOperator("(", MathClass.Open), new MathIdentifier("mod", Upright: true), new MathSpace(1 / 3.0), Argument(), new MathOperator(")", MathClass.Close)]);
            case "displaystyle" or "textstyle" or "scriptstyle" or "nonumber" or "notag" or "limits" or "nolimits": return null;
            case "begin": return Environment(token);
        }
        _said.Report(Problems.UnknownMath("\\" + token.Text, span));
        return new MathText("\\" + token.Text);
    }

    private MathRoot Root()
    {
        MathNode? degree = null;
        if (Now is { Kind: TexTokenKind.Character, Text: "[" })
        {
            _at++;
            degree = Row(Items("]"));
            if (Now.Text == "]") _at++;
        }
        return new MathRoot(Argument(), degree);
    }

    private MathRow Fenced()
    {
        var items = ImmutableArray.CreateBuilder<MathNode>();
        if (Fence(MathClass.Open, isStretchy: true) is { } open) items.Add(open);
        while (true)
        {
            items.AddRange(Items("right"));
            if (Now is { Kind: TexTokenKind.Command, Text: "right" }) break;
            _said.Report(Problems.UnbalancedFormula(@"\left", span));
            return new MathRow(items.ToImmutable());
        }
        _at++;
        if (Fence(MathClass.Close, isStretchy: true) is { } close) items.Add(close);
        return new MathRow(items.ToImmutable());
    }

    private MathOperator? Fence(MathClass spacing, bool isStretchy)
    {
        string? fence = Now.Kind is TexTokenKind.End or TexTokenKind.Open or TexTokenKind.Close ? null : TexSymbols.Fence(Now.Text);
        if (fence is null)
        {
            _said.Report(Problems.MissingArgument(tex[_tokens[_at - 1].Start.._tokens[_at - 1].Stop], span));
            return null;
        }
        _at++;
        return fence.Length == 0 ? null : new MathOperator(fence, spacing, isStretchy);
    }

    /// <summary>The words of <c>\text{…}</c>, spaces and all.</summary>
    private MathText Words()
    {
        if (Now.Kind != TexTokenKind.Open) return new MathText(Now.Kind == TexTokenKind.End ? "" : _tokens[_at++].Text);
        int start = Now.Stop, depth = 0;
        for (; Now.Kind != TexTokenKind.End; _at++)
        {
            if (Now.Kind == TexTokenKind.Open) depth++;
            if (Now.Kind == TexTokenKind.Close && --depth == 0) break;
        }
        string words = tex[start..Now.Start];
        if (Now.Kind == TexTokenKind.Close) _at++;
        else _said.Report(Problems.UnbalancedFormula("{", span));
        return new MathText(words.Replace(@"\ ", " ").Replace(@"\%", "%").Replace(@"\$", "$").Replace(@"\&", "&").Replace(@"\_", "_").Replace("~", "\u00a0"));
    }

    private MathNode Negated() => Argument() switch
    {
        MathOperator { Text: "=" } o => o with { Text = "≠" },
        MathOperator { Text: "∈" } o => o with { Text = "∉" },
        MathOperator { Text: "≡" } o => o with { Text = "≢" },
        MathOperator o => o with { Text = o.Text + "\u0338" },
        MathIdentifier i => i with { Text = i.Text + "\u0338" },
        var other => other,
    };

    /// <summary>Several lines or a matrix: not read yet, so kept as text.</summary>
    private MathText Environment(TexToken begin)
    {
        int depth = 1;
        string name = Now.Kind == TexTokenKind.Open && tex.IndexOf('}', Now.Stop) is >= 0 and int close ? tex[Now.Stop..close] : "";
        _said.Report(Problems.MathEnvironment(name, span));
        for (; Now.Kind != TexTokenKind.End; _at++)
        {
            if (Now is { Kind: TexTokenKind.Command, Text: "begin" }) depth++;
            if (Now is not { Kind: TexTokenKind.Command, Text: "end" } || --depth > 0) continue;
            while (Now.Kind is not (TexTokenKind.End or TexTokenKind.Close)) _at++;
            if (Now.Kind == TexTokenKind.Close) _at++;
            break;
        }
        // A line's end in a formula is a space; no font has it.
        return new MathText(tex[begin.Start.._tokens[_at - 1].Stop].ReplaceLineEndings(" "));
    }

    /// <summary>Letters side by side as one upright name.</summary>
    private static MathNode Upright(MathNode node)
    {
        MathNode upright = Restyled(node, text => text);
        if (upright is not MathRow row) return upright;
        var joined = ImmutableArray.CreateBuilder<MathNode>();
        foreach (MathNode item in row.Items)
            if (item is MathIdentifier next && joined.Count > 0 && joined[^1] is MathIdentifier before) joined[^1] = before with { Text = before.Text + next.Text };
            else joined.Add(item);
        return Row(joined.ToImmutable());
    }

    /// <summary>The letters and digits of a node in another shape; scripts keep theirs.</summary>
    private static MathNode Restyled(MathNode node, Func<string, string> restyle) => node switch
    {
        MathIdentifier i => new MathIdentifier(restyle(i.Text), Upright: true),
        MathNumber n => new MathNumber(restyle(n.Text)),
        MathRow r => new MathRow([.. r.Items.Select(i => Restyled(i, restyle))]),
        MathScripts s => s with { Base = Restyled(s.Base, restyle) },
        _ => node,
    };
}
