using BookBuilder.Model.Blocks;
using BookBuilder.Model.Diagnostics;

namespace BookBuilder.Model.Resolution;

/// <summary>Settles every number, label and reference of a book, once, before the two outputs part.</summary>
public static class Resolver
{
    /// <summary>Resolves a book.</summary>
    public static Reported<ResolvedBook> Resolve(Book book) => throw new NotImplementedException();
}
