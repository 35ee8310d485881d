using System.Collections.Frozen;

namespace BookBuilder.Graphics;

/// <summary>The pictures of a book, by their path in the model. A picture that could not be read is not among them; what stands in its place is each output's matter.</summary>
public sealed record Pictures(FrozenDictionary<string, Picture> ByPath)
{
    /// <summary>A book without pictures.</summary>
    public static Pictures None { get; } = new(FrozenDictionary<string, Picture>.Empty);

    /// <summary>The picture at a path, or null when it could not be read.</summary>
    public Picture? this[string path] => ByPath.GetValueOrDefault(path);
}
