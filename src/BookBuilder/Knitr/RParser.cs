using System.Collections.Immutable;

namespace BookBuilder.Knitr;

/// <summary>Reads R code as far as it can be understood without running it (R language definition, chapter 10).</summary>
internal sealed class RParser
{
    /// <summary>Calls in calls; R itself stops at some thousands.</summary>
    private const int Deepest = 200;

    private readonly ImmutableArray<RToken> _tokens;
    private int _at;
    private int _depth;

    private RParser(ImmutableArray<RToken> tokens) => _tokens = tokens;

    /// <summary>The statements of the code; null when it cannot be read.</summary>
    public static ImmutableArray<RStatement>? Read(string code)
    {
        if (RLexer.Read(code) is not { } tokens) return null;
        try
        {
            return new RParser(tokens).Statements();
        }
        catch (RSyntaxException)
        {
            return null;
        }
    }

    private sealed class RSyntaxException : Exception;

    private ImmutableArray<RStatement> Statements()
    {
        var statements = ImmutableArray.CreateBuilder<RStatement>();
        while (true)
        {
            while (Now.Kind == RTokenKind.NewLine || Is(";")) _at++;
            if (Now.Kind == RTokenKind.End) return statements.ToImmutable();
            int start = Now.Start;
            RExpression expression = Expression(0);
            statements.Add(new RStatement(expression, start, _tokens[_at - 1].End));
            if (Now.Kind is not (RTokenKind.NewLine or RTokenKind.End) && !Is(";")) throw new RSyntaxException();
        }
    }

    private RToken Now => _tokens[_at];

    private bool Is(string mark) => Now.Kind == RTokenKind.Operator && Now.Text == mark;

    private void SkipLines()
    {
        while (Now.Kind == RTokenKind.NewLine) _at++;
    }

    /// <summary>How tightly an operator binds: from left, from right; 0 when it is none (R's help page Syntax).</summary>
    private static (int Left, int Right) Binding(string mark) => mark switch
    {
        "?" => (1, 2),
        "=" => (4, 3),
        "<-" or "<<-" => (6, 5),
        "->" or "->>" => (7, 8),
        "~" => (9, 10),
        "||" or "|" => (11, 12),
        "&&" or "&" => (13, 14),
        "==" or "!=" or "<" or ">" or "<=" or ">=" => (17, 18),
        "+" or "-" => (19, 20),
        "*" or "/" => (21, 22),
        "|>" => (23, 24),
        _ when mark[0] == '%' => (23, 24),
        ":" => (25, 26),
        "^" => (30, 29),
        _ => (0, 0),
    };

    private RExpression Expression(int least)
    {
        if (++_depth > Deepest) throw new RSyntaxException();
        RExpression left = Unary();
        while (true)
        {
            left = Suffixed(left);
            if (Now.Kind != RTokenKind.Operator || Binding(Now.Text) is not { Left: > 0 } binding || binding.Left < least) break;
            string mark = Now.Text;
            _at++;
            SkipLines();
            RExpression right = Expression(binding.Right);
            left = mark switch
            {
                "<-" or "<<-" or "=" => new RAssignment(left, right),
                "->" or "->>" => new RAssignment(right, left),
                "|>" or "%>%" => Piped(left, right),
                _ => Call(mark, left, right),
            };
        }
        _depth--;
        return left;
    }

    private static RCall Call(string name, params ReadOnlySpan<RExpression> arguments) => new(name, [.. arguments.ToArray().Select(a => new RArgument(null, a))]);

    private static RExpression Piped(RExpression left, RExpression right) => right switch
    {
        RCall call => call with { Arguments = [new RArgument(null, left), .. call.Arguments] },
        RName name => Call(name.Name, left),
        _ => new RUnknown("a pipe"),
    };

    private RExpression Unary()
    {
        if (Is("-") || Is("+") || Is("!") || Is("~") || Is("?"))
        {
            string mark = Now.Text;
            _at++;
            return Call(mark, Expression(mark switch { "!" => 15, "~" => 10, "?" => 2, _ => 27 }));
        }
        return Primary();
    }

    private RExpression Primary()
    {
        RToken token = Now;
        _at++;
        switch (token.Kind)
        {
            case RTokenKind.Number:
                return RNumber.TryRead(token.Text, out double number) ? new RConstant(RVector.Of(number)) : new RUnknown("a complex number");
            case RTokenKind.Text:
                return new RConstant(RVector.Of(token.Text));
            case RTokenKind.Name:
                return Named(token.Text);
            case RTokenKind.Operator when token.Text == "(":
                SkipLines();
                RExpression inner = Expression(0);
                SkipLines();
                Expect(")");
                return inner;
            case RTokenKind.Operator when token.Text == "{":
                return Braces();
            case RTokenKind.Operator when token.Text == "\\":
                return Function();
            default:
                throw new RSyntaxException();
        }
    }

    private RExpression Named(string name)
    {
        switch (name)
        {
            case "TRUE" or "T": return new RConstant(RVector.Of(true));
            case "FALSE" or "F": return new RConstant(RVector.Of(false));
            case "NULL": return new RConstant(RNull.Value);
            case "NA": return new RConstant(new RVector(RType.Logical, [new(null, double.NaN)]));
            case "NA_character_": return new RConstant(RVector.Of((string?)null));
            case "NA_real_" or "NA_integer_" or "NaN": return new RConstant(RVector.Of(double.NaN));
            case "Inf": return new RConstant(RVector.Of(double.PositiveInfinity));
            case "function": return Function();
            case "if":
                return Condition();
            case "for" or "while":
                Parenthesis();
                SkipLines();
                Expression(0);
                return new RUnknown("a loop");
            case "repeat":
                SkipLines();
                Expression(0);
                return new RUnknown("a loop");
        }
        if ((Is("::") || Is(":::")) && _tokens[_at + 1].Kind is RTokenKind.Name or RTokenKind.Text)
        {
            string inner = _tokens[_at + 1].Text;
            _at += 2;
            return new RName(name + "::" + inner);
        }
        return new RName(name);
    }

    private RExpression Condition()
    {
        Expect("(");
        SkipLines();
        RExpression test = Expression(0);
        SkipLines();
        Expect(")");
        SkipLines();
        RExpression yes = Expression(5);
        int end = _at;
        // Within braces the "else" may stand on the next line; elsewhere the statement has ended there.
        SkipLines();
        if (Now is not { Kind: RTokenKind.Name, Text: "else" })
        {
            _at = end;
            return Call("if", test, yes);
        }
        _at++;
        SkipLines();
        return Call("if", test, yes, Expression(5));
    }

    private RExpression Function()
    {
        Parenthesis();
        SkipLines();
        Expression(0);
        return new RUnknown("a function");
    }

    /// <summary>What stands in parentheses, whatever it is.</summary>
    private void Parenthesis()
    {
        Expect("(");
        for (int depth = 1; depth > 0; _at++)
        {
            if (Now.Kind == RTokenKind.End) throw new RSyntaxException();
            if (Is("(")) depth++;
            else if (Is(")")) depth--;
        }
    }

    private RExpression Braces()
    {
        RExpression last = new RConstant(RNull.Value);
        int count = 0;
        while (true)
        {
            while (Now.Kind == RTokenKind.NewLine || Is(";")) _at++;
            if (Is("}")) break;
            last = Expression(0);
            count++;
        }
        _at++;
        return count <= 1 ? last : new RUnknown("a block");
    }

    private RExpression Suffixed(RExpression left)
    {
        while (true)
        {
            if (Is("(")) left = CallOf(left, Arguments(")"));
            else if (Is("[[")) left = new RCall("[[", [new RArgument(null, left), .. Arguments("]", "]")]);
            else if (Is("[")) left = new RCall("[", [new RArgument(null, left), .. Arguments("]")]);
            else if (Is("$") || Is("@"))
            {
                _at++;
                RToken name = Now;
                if (name.Kind is not (RTokenKind.Name or RTokenKind.Text)) throw new RSyntaxException();
                _at++;
                left = Call("$", left, new RConstant(RVector.Of(name.Text)));
            }
            else return left;
        }
    }

    private static RExpression CallOf(RExpression function, ImmutableArray<RArgument> arguments)
    {
        string name = function switch
        {
            RName named => named.Name,
            RConstant { Value: RVector { Type: RType.Text, Single: { } text } } => text,
            RCall { Name: "$", Arguments: [{ Value: RName owner }, { Value: RConstant { Value: RVector { Single: { } member } } }] } => owner.Name + "$" + member,
            _ => "",
        };
        if (name.Length == 0) return new RUnknown("a computed function");
        int colons = name.IndexOf("::", StringComparison.Ordinal);
        return colons < 0 ? new RCall(name, arguments) : new RCall(name[(colons + 2)..], arguments) { Package = name[..colons] };
    }

    private ImmutableArray<RArgument> Arguments(params ReadOnlySpan<string> closing)
    {
        _at++;
        var arguments = ImmutableArray.CreateBuilder<RArgument>();
        while (true)
        {
            SkipLines();
            if (Is(closing[0])) break;
            if (Is(","))
            {
                arguments.Add(new RArgument(null, null));
                _at++;
                continue;
            }
            arguments.Add(Argument());
            SkipLines();
            if (!Is(",")) continue;
            _at++;
            SkipLines();
            if (Is(closing[0]) && closing[0] == "]") arguments.Add(new RArgument(null, null));
        }
        foreach (string mark in closing) Expect(mark);
        return arguments.ToImmutable();
    }

    private RArgument Argument()
    {
        bool isNamed = Now.Kind is RTokenKind.Name or RTokenKind.Text && _tokens[_at + 1] is { Kind: RTokenKind.Operator, Text: "=" };
        if (!isNamed)
        {
            RExpression value = Expression(5);
            SkipLines();
            if (!Is(",") && !Is(")") && !Is("]")) throw new RSyntaxException();
            return new RArgument(null, value);
        }
        string name = Now.Text;
        _at += 2;
        SkipLines();
        if (Is(",") || Is(")")) return new RArgument(name, null);
        RArgument argument = new(name, Expression(5));
        SkipLines();
        if (!Is(",") && !Is(")") && !Is("]")) throw new RSyntaxException();
        return argument;
    }

    private void Expect(string mark)
    {
        // Two brackets that close two indexes are one token.
        if (!Is(mark)) throw new RSyntaxException();
        _at++;
    }
}
