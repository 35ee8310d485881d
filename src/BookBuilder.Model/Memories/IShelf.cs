namespace BookBuilder.Model.Memories;

/// <summary>What builds in other processes made, by the names of what they made it of; and the names of what this one makes.</summary>
/// <remarks>A thing has a name when whoever made it knows all that it is made of. What has no name is never taken from a shelf nor put there, so whoever cannot say what a
/// thing depends on need not. Nothing on a shelf is ever needed: it may be gone at any time. Several threads may use it at the same time.</remarks>
public interface IShelf
{
    /// <summary>The name of a thing, which is told apart by identity; null when it has none.</summary>
    ContentKey? NameOf(object thing);

    /// <summary>Names a thing.</summary>
    void Name(object thing, ContentKey name);

    /// <summary>What stands under a name, as it was put there; null when nothing does, or it is damaged.</summary>
    ReadOnlyMemory<byte>? Find(ContentKey name);

    /// <summary>Puts something there. Whether it could be is nobody's concern.</summary>
    void Put(ContentKey name, ReadOnlySpan<byte> made);
}
