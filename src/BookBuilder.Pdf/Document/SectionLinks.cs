using System.Collections.Immutable;
using System.Diagnostics;
using System.Text;
using BookBuilder.Model.Blocks;
using BookBuilder.Model.Resolution;
using BookBuilder.Pdf.Content;
using BookBuilder.Pdf.Objects;
using BookBuilder.Pdf.Structure;
using BookBuilder.Typesetting.Frames;

namespace BookBuilder.Pdf.Document;

/// <summary>Writes the places to click of a section (ISO 32000-1, 12.5.6.5).</summary>
/// <param name="file">Where to.</param>
/// <param name="plan">What links say.</param>
/// <param name="book">The book.</param>
/// <param name="destinations">Where they lead.</param>
/// <param name="first">The section's first page, from 0.</param>
/// <param name="firstKey">The key of the first of them in the parent tree.</param>
internal sealed class SectionLinks(PdfFile file, StructurePlan plan, ResolvedBook book, Destinations destinations, int first, int firstKey)
{
    private readonly ImmutableArray<LinkAnnotation>.Builder _links = ImmutableArray.CreateBuilder<LinkAnnotation>();
    private readonly List<NodeId> _wanted = [];

    /// <summary>Whether the words of one come from another chapter, so that it is not the same again only because its own chapter is.</summary>
    public bool DependOnOtherChapters { get; private set; }

    /// <summary>The nodes that they lead to.</summary>
    public ImmutableArray<NodeId> Wanted => [.. _wanted];

    /// <summary>All that were written; their pages count from the section's first.</summary>
    public ImmutableArray<LinkAnnotation> ToImmutable() => _links.ToImmutable();

    // 7-bit characters only (ISO 32000-1, 12.6.4.7) and of them only those that an address may have.
    private static string AsciiOf(string address) => AsciiAddress.Of(address) ?? Uri.EscapeDataString(address);

    /// <summary>Writes one.</summary>
    /// <param name="link">The place.</param>
    /// <param name="page">The page, from 0.</param>
    /// <param name="height">The height of its sheet, in thousandths of a point.</param>
    public ObjectRef Write(PlacedLink link, int page, long height)
    {
        int key = firstKey + _links.Count;
        string words = plan.LinkTextOf(link.Source).Trim();
        Syntax to = new Syntax().OpenDictionary().Name("Type").Name("Annot").Name("Subtype").Name("Link")
            .Name("Rect").OpenArray()
            .Thousandths(Canvas.Thousandths(link.Box.X)).Thousandths(height - Canvas.Thousandths(link.Box.Bottom))
            .Thousandths(Canvas.Thousandths(link.Box.Right)).Thousandths(height - Canvas.Thousandths(link.Box.Y)).CloseArray()
            .Name("Border").OpenArray().Number(0).Number(0).Number(0).CloseArray()
            // Printed with the page, as PDF/A asks of every annotation.
            .Name("F").Number(4).Name("StructParent").Number(key).Name("A").OpenDictionary();
        switch (link.Target)
        {
            case UriTarget uri:
                to.Name("S").Name("URI").Name("URI").String(Encoding.ASCII.GetBytes(AsciiOf(uri.Uri)));
                if (words.Length == 0) words = uri.Uri;
                break;
            case NodeTarget node:
                to.Name("S").Name("GoTo").Name("D").String(Encoding.UTF8.GetBytes(destinations.Want(node.Node)));
                _wanted.Add(node.Node);
                if (words.Length > 0) break;
                DependOnOtherChapters = true;
                words = book.Chapters.FirstOrDefault(chapter => chapter.Key == node.Node.Chapter)?.Title ?? "";
                if (words.Length == 0) words = book.Metadata.Title;
                break;
            default:
                throw new UnreachableException($"{link.Target.GetType().Name} is new: say here where it leads.");
        }
        ObjectRef id = file.Add(to.CloseDictionary().Name("Contents").Text(words).CloseDictionary());
        _links.Add(new(link.Source, page - first, id, key));
        return id;
    }
}
