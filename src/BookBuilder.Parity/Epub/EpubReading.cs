using System.Collections.Immutable;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using BookBuilder.Parity.Readings;

namespace BookBuilder.Parity.Epub;

/// <summary>Reads a finished EPUB as readers' programs do that are browsers: along the spine, element by element.</summary>
internal static class EpubReading
{
    /// <summary>The sections of a file, each keyed by its document's name, and last its navigation, keyed "nav". A cover is no section of the book.</summary>
    public static OutputText Read(byte[] file)
    {
        EpubFiles files = EpubFiles.Open(file);
        HtmlParser parser = new();
        List<(EpubDocument Document, IHtmlDocument Html)> opened = [.. files.Spine.Select(d => (d, parser.ParseDocument(new MemoryStream(d.Data))))];
        EpubTargets targets = new();
        foreach ((EpubDocument document, IHtmlDocument html) in opened) targets.Add(document, IsCover(html) ? EpubTargets.Cover : null);
        targets.Add(files.Navigation, "contents");
        return new(
        [
            .. opened.Where(static o => !IsCover(o.Html)).Select(o => Section(o.Document, o.Html, targets)),
            Navigation(files.Navigation, parser.ParseDocument(new MemoryStream(files.Navigation.Data)), targets),
        ], null);
    }

    private static bool IsCover(IHtmlDocument html) => html.Body?.GetAttribute("epub:type") == "cover";

    private static SectionReading Section(EpubDocument document, IHtmlDocument html, EpubTargets targets)
    {
        SectionReader reader = new();
        bool isTitlePage = html.QuerySelector("section")?.GetAttribute("epub:type") == "titlepage";
        new DocumentWalk(reader, document.Name, targets, isTitlePage).Go(html.Body!);
        return reader.Finish(document.Key);
    }

    // Its lists of headings, figures and tables; pages and landmarks say nothing of the book's own words.
    private static SectionReading Navigation(EpubDocument document, IHtmlDocument html, EpubTargets targets)
    {
        SectionReader reader = new();
        foreach (IElement list in html.QuerySelectorAll("nav").Where(static n => n.GetAttribute("epub:type") is "toc" or "loi" or "lot"))
        foreach (IElement link in list.QuerySelectorAll("a"))
            new DocumentWalk(reader, document.Name, targets, isTitlePage: false).Go(link);
        return reader.Finish("nav");
    }

    /// <summary>Goes through a document.</summary>
    private sealed class DocumentWalk(SectionReader reader, string name, EpubTargets targets, bool isTitlePage)
    {
        public void Go(INode node)
        {
            if (node is IText text) reader.Say(text.Data);
            else if (node is IElement element) Go(element);
        }

        private void Go(IElement element)
        {
            string role = element.GetAttribute("role") ?? "";
            switch (element.LocalName)
            {
                case "img": reader.Tell(PassageKind.Picture, element.GetAttribute("alt") ?? ""); break;
                case "math": reader.TellFormula(element.GetAttribute("alttext") ?? "", element.TextContent); break;
                case "a" when role is "doc-noteref" or "doc-backlink": Passage(PassageKind.Mark, element, TargetOf(element)); break;
                case "a" when element.HasAttribute("href"): Passage(PassageKind.Link, element, TargetOf(element)); break;
                case "td" or "th": Passage(PassageKind.Cell, element); break;
                case "caption": Passage(PassageKind.Caption, element); break;
                case "p" when element.ParentElement?.LocalName == "figcaption": Passage(PassageKind.Caption, element); break;
                // The book's title is said on the title page, where print has no heading.
                case ['h', >= '1' and <= '6'] when !isTitlePage: Passage(PassageKind.Heading, element); break;
                // The box of a task is said by a word of its own, as bullets and numbers are.
                case "span" when element.ClassList.Contains("box") && role == "img": break;
                default:
                    if (role == "doc-footnote") Note(element);
                    else Within(element);
                    break;
            }
        }

        private void Within(IElement element)
        {
            foreach (INode child in element.ChildNodes) Go(child);
        }

        private void Passage(PassageKind kind, IElement element, string target = "")
        {
            reader.Begin(kind, target);
            Within(element);
            reader.End();
        }

        private void Note(IElement element)
        {
            reader.BeginNote();
            Within(element);
            reader.EndNote();
        }

        private string TargetOf(IElement link) => targets.Of(name, link.GetAttribute("href") ?? "");
    }
}
