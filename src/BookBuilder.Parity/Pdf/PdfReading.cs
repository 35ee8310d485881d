using System.Collections.Immutable;
using BookBuilder.Parity.Readings;
using UglyToad.PdfPig.Tokens;

namespace BookBuilder.Parity.Pdf;

/// <summary>Reads a finished PDF as a screen reader does: along its structure tree, word by word from the content that the tree points to.</summary>
internal sealed class PdfReading
{
    private readonly OpenedPdf _pdf;
    private readonly MarkedTexts _texts;
    private readonly LinkTargets _targets;
    private readonly Dictionary<string, string> _roles = [];
    private readonly ImmutableArray<SectionReading>.Builder _sections = ImmutableArray.CreateBuilder<SectionReading>();

    private PdfReading(OpenedPdf pdf)
    {
        (_pdf, _texts, _targets) = (pdf, new(pdf), new(pdf));
        foreach ((string own, IToken standard) in pdf.DictionaryOf(pdf.Find(pdf.Catalog, "StructTreeRoot", "RoleMap"))?.Data ?? new Dictionary<string, IToken>())
            _roles[own] = pdf.Text(standard) ?? "";
    }

    /// <summary>The sections of a file, each keyed by its place, and what is on its pages besides.</summary>
    public static OutputText Read(byte[] file)
    {
        using OpenedPdf pdf = new(file);
        PdfReading reading = new(pdf);
        IToken? root = pdf.Find(pdf.Catalog, "StructTreeRoot");
        reading.FindSections(root, OpenedPdf.Target(root), 0);
        return new(reading._sections.ToImmutable(), reading._texts.Unread);
    }

    private void FindSections(IToken? element, long page, int depth)
    {
        foreach (IToken kid in _pdf.Items(_pdf.Find(element, "K")))
            if (TagOf(kid) is "Document" or "Part" && depth < 5) FindSections(kid, page, depth + 1);
            else if (TagOf(kid) == "Sect")
            {
                SectionWalk walk = new(this);
                walk.Go(kid, page, "", 0);
                _sections.Add(walk.Finish((_sections.Count + 1).ToString(System.Globalization.CultureInfo.InvariantCulture)));
            }
    }

    private string? TagOf(IToken token) => _pdf.Text(_pdf.Find(token, "S")) is not { } own ? null : _roles.GetValueOrDefault(own, own);

    /// <summary>Goes through a section.</summary>
    private sealed class SectionWalk(PdfReading file)
    {
        // Deeper than any book; a tree that is a circle ends here.
        private const int Deepest = 1000;

        private readonly SectionReader _reader = new();
        private OpenedPdf Pdf => file._pdf;

        public SectionReading Finish(string key) => _reader.Finish(key);

        /// <param name="element">An element.</param>
        /// <param name="page">The page it is on, if it does not say so itself: an object number.</param>
        /// <param name="around">The tag of the element it stands in.</param>
        /// <param name="depth">How deep it stands.</param>
        public void Go(IToken element, long page, string around, int depth)
        {
            if (depth > Deepest) throw new FormatException("the structure tree is too deep");
            if (Pdf.DictionaryOf(element)?.Data.GetValueOrDefault("Pg") is { } own) page = OpenedPdf.Target(own);
            string tag = file.TagOf(element) ?? "";
            switch (tag)
            {
                case ['H', >= '1' and <= '6']: Passage(PassageKind.Heading); break;
                case "Caption": Passage(PassageKind.Caption); break;
                case "TH" or "TD": Passage(PassageKind.Cell); break;
                case "Link": GoLink(element, page, around, depth); break;
                case "Figure":
                    PassOver(element, page, depth);
                    _reader.Tell(PassageKind.Picture, Alternative(element));
                    break;
                case "Formula": GoFormula(element, page, depth); break;
                // A bullet or number: where the list says how it counts, the label is not the author's word.
                case "Lbl" when around == "counted LI": PassOver(element, page, depth); break;
                case "Note":
                    _reader.BeginNote();
                    Within();
                    _reader.EndNote();
                    break;
                default: Within(); break;
            }

            void Passage(PassageKind kind)
            {
                _reader.Begin(kind);
                Within();
                _reader.End();
            }

            void Within() => GoKids(element, page, NameFor(element, tag, around), depth);
        }

        private void GoKids(IToken element, long page, string name, int depth)
        {
            foreach (IToken kid in Pdf.Items(Pdf.Find(element, "K")))
                if (Pdf.Number(kid) is double mark) _reader.Say(file._texts.Of(page, (int)mark));
                else if (Pdf.Text(Pdf.Find(kid, "Type")) == "MCR")
                    _reader.Say(file._texts.Of(Pdf.DictionaryOf(kid)!.Data.GetValueOrDefault("Pg") is { } elsewhere ? OpenedPdf.Target(elsewhere) : page, (int)(Pdf.Number(Pdf.Find(kid, "MCID")) ?? -1)));
                else if (file.TagOf(kid) is not null) Go(kid, page, name, depth + 1);
        }

        // Read, so that nobody misses it, and not said: what is drawn in a picture, the number of an item.
        private void PassOver(IToken element, long page, int depth) => new SectionWalk(file).GoKids(element, page, "", depth);

        private void GoFormula(IToken element, long page, int depth)
        {
            SectionWalk signs = new(file);
            signs.GoKids(element, page, "Formula", depth);
            _reader.TellFormula(Alternative(element), signs.Finish("").Text);
        }

        // The label of a note, and a reference outside a contents, are ways from mark to note and back; the rest are links of the author's or of a list.
        private void GoLink(IToken element, long page, string around, int depth)
        {
            IToken[] annotations = [.. Pdf.Items(Pdf.Find(element, "K")).Where(k => Pdf.Text(Pdf.Find(k, "Type")) == "OBJR").Select(k => Pdf.DictionaryOf(k)!.Data.GetValueOrDefault("Obj")).OfType<IToken>()];
            // A link that goes on in the next line is several: they must lead to the same place.
            string target = string.Join(' ', annotations.Select(file._targets.Of).Distinct());
            _reader.Begin(around is "Reference" or "Note Lbl" ? PassageKind.Mark : PassageKind.Link, target);
            if (around == "TOCI Reference" && annotations.Length > 0 && file._targets.PageLabelOf(annotations[0]) is { } label) GoEntry(element, page, depth, label);
            else GoKids(element, page, "Link", depth);
            _reader.End();
        }

        // The number of the page ends an entry. It is right when it is the label of the page to which the entry leads; a wrong one stays in the text and is found there.
        private void GoEntry(IToken element, long page, int depth, string label)
        {
            SectionWalk entry = new(file);
            entry.GoKids(element, page, "Link", depth);
            SectionReading said = entry.Finish("");
            _reader.Repeat(said, said.Text.Length - (said.Text.EndsWith(label, StringComparison.Ordinal) ? label.Length : 0));
        }

        private string Alternative(IToken element) => Pdf.Text(Pdf.Find(element, "Alt")) ?? "";

        // What its kids need to know of it.
        private string NameFor(IToken element, string tag, string around) => tag switch
        {
            "L" when Pdf.Items(Pdf.Find(element, "A")).Any(a => Pdf.Find(a, "ListNumbering") is not null) => "counted L",
            "LI" when around == "counted L" => "counted LI",
            "Lbl" when around == "Note" => "Note Lbl",
            "Reference" when around == "TOCI" => "TOCI Reference",
            _ => tag,
        };
    }
}
