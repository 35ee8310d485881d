namespace BookBuilder.Model.Metadata;

/// <summary>Kinds of e-reader with traps of their own.</summary>
[Flags]
public enum EpubDevice
{
    /// <summary>None.</summary>
    None = 0,
    /// <summary>Kindle, by way of Kindle Direct Publishing or Send to Kindle.</summary>
    Kindle = 1,
    /// <summary>Apple Books.</summary>
    Apple = 2,
    /// <summary>Kobo, plain EPUB.</summary>
    Kobo = 4,
    /// <summary>All of them.</summary>
    All = Kindle | Apple | Kobo,
}
