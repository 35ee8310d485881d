using BookBuilder.Model.Memories;

namespace BookBuilder.Model.Blocks;

/// <summary>Names of nodes as they are stored.</summary>
public static class StoredNodes
{
    /// <summary>Writes the name of a node.</summary>
    public static StoredWriter Node(this StoredWriter to, NodeId node) => to.Word(node.Chapter).Number(node.Ordinal);

    /// <summary>Reads the name of a node.</summary>
    /// <exception cref="InvalidDataException">Something else is there.</exception>
    public static NodeId Node(this StoredReader from) => new(from.Word(), from.Small());
}
