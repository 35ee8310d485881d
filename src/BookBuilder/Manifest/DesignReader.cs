using System.Collections.Immutable;
using System.Globalization;
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
            Sides = pdf.OneOf("sides", "two", "one") switch { "two" => PrintedSides.Two, "one" => PrintedSides.One, _ => named.Sides },
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
            NoteLeading = noteSize == design.NoteSize ? design.NoteLeading : design.Proportions.NoteLeadingOf(noteSize),
            Opening = pdf.OneOf("opening", "right", "any", "run-on", "openright", "openany") switch
            {
                "right" or "openright" => ChapterOpening.Right,
                "any" or "openany" => ChapterOpening.Any,
                "run-on" => ChapterOpening.RunOn,
                _ => design.Opening,
            },
            Heads = pdf.Flag("running-heads", true) ? design.Heads : design.Heads.FoliosOnly,
            Justified = pdf.Flag("justify", design.Justified),
            Figures = pdf.OneOf("figures", "lining", "old-style") switch { "lining" => FigureStyle.Lining, "old-style" => FigureStyle.OldStyle, _ => design.Figures },
            Hyphenated = pdf.Flag("hyphenate", design.Hyphenated),
            Expansion = pdf.Share("expansion", 0, 0.02) ?? design.Expansion,
            Protruding = pdf.Flag("protrusion", design.Protruding),
            Accent = ReadColor(pdf, "accent") ?? design.Accent,
        };
        manifest = ReadFonts(pdf.Section("fonts"), manifest with { Design = design });
        manifest = HyphenationReader.Read(pdf.Section("hyphenation"), manifest);
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

    private static Color? ReadColor(ManifestSection section, string key)
    {
        YamlValue? value = section.Value(key);
        if (value is null) return null;
        if (value is YamlScalar { Text: ['#', .. { Length: 3 or 6 } digits] }
            && int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out int rgb))
            return digits.Length == 6
                ? new Color((byte)(rgb >> 16), (byte)(rgb >> 8), (byte)rgb)
                : new Color((byte)((rgb >> 8) * 17), (byte)((rgb >> 4 & 15) * 17), (byte)((rgb & 15) * 17));
        if (value is YamlScalar scalar)
            section.Sink.Report(Problems.BadColor(scalar.Text, scalar.Span));
        else
            section.WrongType(section.FullKey(key), "a colour such as \"#1f3f66\"", value);
        return null;
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
