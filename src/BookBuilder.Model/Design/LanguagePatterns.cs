namespace BookBuilder.Model.Design;

/// <summary>How the words of a language are divided, beside what the program knows itself.</summary>
/// <param name="Language">The language, a BCP 47 tag in lower case; empty for words of any language.</param>
/// <param name="Patterns">Liang's patterns, separated by white space; empty when only exceptions are given.</param>
/// <param name="Exceptions">Whole words with their hyphens ("data-base"; one without hyphens is never divided), separated by white space.</param>
/// <param name="LeastBefore">The fewest letters before a hyphen; null for what is usual in the language.</param>
/// <param name="LeastAfter">The fewest letters after it; null for what is usual in the language.</param>
public sealed record LanguagePatterns(string Language, string Patterns, string Exceptions, int? LeastBefore = null, int? LeastAfter = null);
