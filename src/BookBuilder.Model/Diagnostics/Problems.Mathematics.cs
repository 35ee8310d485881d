namespace BookBuilder.Model.Diagnostics;

/// <summary>What can be said about a formula: BB105.</summary>
public static partial class Problems
{
    /// <summary>A command that is not known.</summary>
    public static Diagnostic UnknownMath(string command, SourceSpan span) =>
        Warning("BB1050", span, $"'{command}' in a formula is not known and is printed as written", "look for a slip in its name; words stand in \\text{…}");

    /// <summary>An environment of several lines.</summary>
    public static Diagnostic MathEnvironment(string name, SourceSpan span) =>
        Warning("BB1051", span, $"the environment '{name}' in a formula is not known and is printed as written", "write each line as a formula of its own");

    /// <summary>A group or fence without its partner.</summary>
    public static Diagnostic UnbalancedFormula(string what, SourceSpan span) =>
        Warning("BB1052", span, $"'{what}' in a formula has no partner", "give it one, or take it out; for the sign itself write a backslash before it");

    /// <summary>A command without what it takes.</summary>
    public static Diagnostic MissingArgument(string command, SourceSpan span) =>
        Warning("BB1053", span, $"nothing follows '{command}' in a formula", "write what it takes after it, in braces");

    /// <summary>Two superscripts or two subscripts.</summary>
    public static Diagnostic DoubleScript(string mark, SourceSpan span) =>
        Warning("BB1054", span, $"two '{mark}' follow each other in a formula", "group them with braces");

    /// <summary>A formula nested beyond reason.</summary>
    public static Diagnostic FormulaTooDeep(int limit, SourceSpan span) =>
        Warning("BB9014", span, $"more than {limit} groups stand in each other in a formula; the rest is printed as written");
}
