namespace BookBuilder.Translation;

/// <summary>What is shown for code that would have to be run to make what the author wants to show.</summary>
public enum UnrunCode
{
    /// <summary>The output a former run left beside the book, if there is one; else the code itself, even where it was to be hidden.</summary>
    Code,
    /// <summary>The output a former run left, else a line that says what is missing.</summary>
    Placeholder,
    /// <summary>The output a former run left, else an error.</summary>
    Error,
}

/// <summary>What the user may choose of a translation.</summary>
public sealed record TranslationSettings
{
    /// <summary>What stands for code that would have to be run. Default: the code.</summary>
    public UnrunCode UnrunCode { get; init; } = UnrunCode.Code;
}
