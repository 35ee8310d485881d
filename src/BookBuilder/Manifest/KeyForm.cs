using System.Collections.Immutable;

namespace BookBuilder.Manifest;

/// <summary>What the value of a key of book.yml may be. Closed: a switch over it ends in a throw.</summary>
internal abstract record KeyForm
{
    private protected KeyForm() { }
}

/// <summary>Any text.</summary>
internal sealed record TextForm : KeyForm;

/// <summary>Text of a certain make.</summary>
/// <param name="Words">What it is called: "a date".</param>
/// <param name="Pattern">A regular expression (ECMA-262) that it matches from end to end.</param>
/// <param name="Example">One, for readers.</param>
internal sealed record PatternForm(string Words, string Pattern, string Example) : KeyForm;

/// <summary>Yes or no.</summary>
internal sealed record FlagForm : KeyForm;

/// <summary>A whole number between two others.</summary>
internal sealed record WholeForm(int Least, int Most) : KeyForm;

/// <summary>A length with its unit: "10pt".</summary>
internal sealed record LengthForm : KeyForm;

/// <summary>A length that may be said in the type's own units: "1.2em", "2 lines".</summary>
internal sealed record ExtentForm : KeyForm;

/// <summary>A share: "2%".</summary>
internal sealed record ShareForm : KeyForm;

/// <summary>One of some words.</summary>
internal sealed record WordForm(params ImmutableArray<string> Words) : KeyForm;

/// <summary>A list; a single value counts as a list of one.</summary>
internal sealed record ListForm(KeyForm Item) : KeyForm;

/// <summary>A map of keys of its own.</summary>
internal sealed record MapForm(params ImmutableArray<ManifestKey> Keys) : KeyForm
{
    /// <summary>Whether the keys of type (<see cref="ManifestKeys.OfType"/>) stand in it, too.</summary>
    public bool HasType { get; init; }

    /// <summary>Its keys, with those of type.</summary>
    public IEnumerable<ManifestKey> AllKeys => HasType ? Keys.Concat(ManifestKeys.OfType) : Keys;
}

/// <summary>A map whose keys are names of the author's own.</summary>
/// <param name="Each">What stands under each name.</param>
internal sealed record NamedForm(KeyForm Each) : KeyForm;

/// <summary>One form or another.</summary>
internal sealed record EitherForm(params ImmutableArray<KeyForm> Forms) : KeyForm;

/// <summary>A key of book.yml.</summary>
/// <param name="Name">Its name within its map.</param>
/// <param name="Form">What its value may be.</param>
/// <param name="Words">What it is for, as Markdown in one line; empty where form and default say all.</param>
/// <param name="Default">What holds without it, as Markdown; null for nothing.</param>
internal sealed record ManifestKey(string Name, KeyForm Form, string Words = "", string? Default = null)
{
    /// <summary>Whether its map means nothing without it.</summary>
    public bool IsNeeded { get; init; }
}

/// <summary>Keys of the root that belong together.</summary>
/// <param name="Title">The heading above them.</param>
/// <param name="Label">The heading's label.</param>
/// <param name="Words">What is to be said of all of them, as Markdown.</param>
/// <param name="Keys">The keys.</param>
internal sealed record ManifestGroup(string Title, string Label, string Words, params ImmutableArray<ManifestKey> Keys);
