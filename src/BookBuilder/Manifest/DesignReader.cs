using System.Collections.Immutable;
using BookBuilder.Model.Design;
using BookBuilder.Model.Diagnostics;
using BookBuilder.Model.Units;

namespace BookBuilder.Manifest;

/// <summary>Reads how the book is printed: the design's name, and the <c>pdf:</c> section that changes it.</summary>
internal static class DesignReader
{
    public static BookManifest Read(ManifestSection root, BookManifest manifest)
    {
        BookDesign named = NamedDesigns.Find(root.OneOf("design", NamedDesigns.Names) ?? NamedDesigns.ClassicName)!;
        ManifestSection pdf = root.Section("pdf");
        PageSize page = ReadPaper(pdf) ?? named.Page;
        BookDesign design = named.On(page, pdf.Distance("size", 5.Pt, 24.Pt)) with
        {
            HasGrid = pdf.Flag("grid", named.HasGrid),
            Sides = pdf.Choice("sides", named.Sides, ("two", PrintedSides.Two), ("one", PrintedSides.One)),
        };
        design = design with
        {
            Bleed = pdf.Distance("bleed", Length.Zero, 1.In) ?? design.Bleed,
            CropMarks = pdf.Flag("crop-marks", design.CropMarks),
        };

        ManifestSection margins = pdf.Section("margins");
        PageMargins usual = design.Margins;
        PageMargins own = new(
            margins.Distance("top", Length.Zero, page.Height) ?? usual.Top,
            margins.Distance("bottom", Length.Zero, page.Height) ?? usual.Bottom,
            margins.Distance("inner", Length.Zero, page.Width) ?? usual.Inner,
            margins.Distance("outer", Length.Zero, page.Width) ?? usual.Outer);
        margins.End();
        design = design with { Margins = own };
        // Twelve characters and six lines: with less, nothing can be set.
        if (design.Measure < design.BodySize * 6 || design.TextHeight < design.Leading * 6)
        {
            pdf.Sink.Report(Problems.NoTextBlock(design.Measure.ToString(), design.TextHeight.ToString(), margins.Span));
            design = design with { Margins = usual };
        }

        Length leading = pdf.Distance("leading", design.BodySize, design.BodySize * 3) ?? design.Leading;
        Length noteSize = pdf.Distance("note-size", 4.Pt, 24.Pt) ?? design.NoteSize;
        design = design with
        {
            Leading = leading,
            NoteSize = noteSize,
            NoteLeading = pdf.Distance("note-leading", noteSize, noteSize * 3)
                ?? (noteSize == design.NoteSize ? design.NoteLeading : design.Proportions.NoteLeadingOf(noteSize)),
            Opening = pdf.Choice("opening", design.Opening, ("right", ChapterOpening.Right), ("any", ChapterOpening.Any), ("run-on", ChapterOpening.RunOn),
                ("openright", ChapterOpening.Right), ("openany", ChapterOpening.Any)),
            Justified = pdf.Flag("justify", design.Justified),
            Figures = pdf.OneOf("figures", "lining", "old-style") switch { "lining" => FigureStyle.Lining, "old-style" => FigureStyle.OldStyle, _ => design.Figures },
            Hyphenated = pdf.Flag("hyphenate", design.Hyphenated),
            Expansion = pdf.Share("expansion", 0, 0.02) ?? design.Expansion,
            Protruding = pdf.Flag("protrusion", design.Protruding),
            Accent = ColorReader.OfText(pdf, "accent") ?? design.Accent,
        };
        design = new DesignPartsReader(pdf).Read(design);
        manifest = ReadFonts(pdf.Section("fonts"), manifest with { Design = design });
        manifest = HyphenationReader.Read(pdf.Section("hyphenation"), manifest);
        manifest = manifest with { PdfStandards = StandardReader.Read(pdf) };
        pdf.End();
        return manifest;
    }

    /// <summary>The paper asked for; null when none is.</summary>
    private static PageSize? ReadPaper(ManifestSection pdf)
    {
        if (pdf.Value("paper") is not YamlMap)
            return pdf.OneOf("paper", "letter", "a4", "a5", "trade", "6x9", "digest", "5.5x8.5") switch
            {
                "letter" => PageSize.Letter,
                "a4" => PageSize.A4,
                "a5" => PageSize.A5,
                "trade" or "6x9" => PageSize.Trade,
                "digest" or "5.5x8.5" => PageSize.Digest,
                _ => null,
            };
        ManifestSection paper = pdf.Section("paper");
        Length? width = paper.Distance("width", 2.In, 40.In), height = paper.Distance("height", 2.In, 40.In);
        foreach (string side in (ReadOnlySpan<string>)["width", "height"])
            if (paper.Value(side) is null)
                pdf.Sink.Report(Problems.MissingKey(side, paper.Name, paper.Span));
        paper.End();
        return new PageSize(width ?? PageSize.Trade.Width, height ?? PageSize.Trade.Height);
    }

    private static BookManifest ReadFonts(ManifestSection fonts, BookManifest manifest)
    {
        var families = ImmutableArray.CreateBuilder<ManifestFamily>();
        string Family(string key, string usual)
        {
            if (fonts.Scalar(key, "a font family") is not YamlScalar scalar) return usual;
            families.Add(new ManifestFamily(fonts.FullKey(key), scalar.Text, scalar.Span));
            return scalar.Text;
        }

        BookDesign design = manifest.Design with
        {
            BodyFont = Family("body", manifest.Design.BodyFont),
            SansFont = Family("sans", manifest.Design.SansFont),
            MonoFont = Family("mono", manifest.Design.MonoFont),
            MathFont = Family("math", manifest.Design.MathFont),
        };
        ImmutableArray<ManifestFile> files =
            [.. fonts.Texts("files", "a file").Select(f => ChapterListReader.File(fonts, f)).OfType<ManifestFile>()];
        fonts.End();
        return manifest with { Design = design, Families = families.ToImmutable(), FontFiles = files };
    }
}
