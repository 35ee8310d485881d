namespace BookBuilder.Model.Metadata;

/// <summary>Somebody who made the book.</summary>
/// <param name="Name">As printed.</param>
/// <param name="Affiliation">Where they work or study; null when not said.</param>
/// <param name="SortName">As catalogued ("Gooding, Zach"); null when not said.</param>
public sealed record Contributor(string Name, string? Affiliation = null, string? SortName = null)
{
    /// <summary>What they did. Default: they wrote it.</summary>
    public ContributorRole Role { get; init; }

    /// <summary>Whether the title page names them: those without whom it were another book.</summary>
    public bool IsOnTitlePage => Role is ContributorRole.Author or ContributorRole.Editor or ContributorRole.Compiler or ContributorRole.Translator
        or ContributorRole.Illustrator or ContributorRole.Photographer or ContributorRole.Contributor;

    /// <summary>Whether the cover names them.</summary>
    public bool IsOnCover => Role is ContributorRole.Author or ContributorRole.Editor or ContributorRole.Compiler;
}

/// <summary>What somebody did for the book.</summary>
public enum ContributorRole
{
    /// <summary>Wrote it.</summary>
    Author,
    /// <summary>Gathered or edited it.</summary>
    Editor,
    /// <summary>Translated it.</summary>
    Translator,
    /// <summary>Drew its pictures.</summary>
    Illustrator,
    /// <summary>Helped otherwise.</summary>
    Contributor,
    /// <summary>Put it together of what others wrote.</summary>
    Compiler,
    /// <summary>Took its photographs.</summary>
    Photographer,
    /// <summary>Wrote its foreword or introduction.</summary>
    Foreword,
    /// <summary>Wrote its afterword.</summary>
    Afterword,
    /// <summary>Designed it.</summary>
    Designer,
    /// <summary>Designed its cover.</summary>
    CoverDesigner,
    /// <summary>Read its proofs.</summary>
    Proofreader,
}
