using System.Collections.Immutable;
using BookBuilder.Translation;

namespace BookBuilder.Quarto;

/// <summary>Tells a figure that is a division: with one picture a figure, with several the pictures below each other, whose last carries number and caption of all.</summary>
internal static class FigureGroup
{
    public static IEnumerable<SourceLine> Translate(FencedDivision division, ImmutableArray<SourceLine> inner, QuartoScope scope, TranslationAccount log)
    {
        string id = division.Attributes.Id!;
        (ImmutableArray<SourceLine> rest, string caption) = LastParagraph.Take(inner);
        if (caption.Length == 0) caption = division.Attributes["fig-cap"] ?? "";
        List<(int Line, PictureText Picture)> pictures = [];
        for (int i = 0; i < rest.Length; i++)
            for (PictureText? p = PictureText.Find(rest[i].Text, 0); p is not null; p = PictureText.Find(rest[i].Text, p.End)) pictures.Add((i, p));
        if (pictures.Count == 0)
        {
            if (scope.Cells.ProgramIn(division) is { } program)
            {
                // The frame has the number, so that the numbers of all others are what they are.
                string words = $"This figure is drawn by {program}";
                var frame = new PictureText(caption, scope.Cells.Hold(id, words), new AttributeList(id, [], []).With("alt", division.Attributes["fig-alt"] ?? words), 0, 0);
                return [.. rest, division.Closing.With(""), division.Closing.With(frame.ToString()), division.Closing.With("")];
            }
            log.Find(Carrying.Approximated, "figure without a picture", division.Opening.At(), "a division with its caption as text");
            return [.. rest, division.Closing.With(""), division.Closing.With($"[{(caption.Length == 0 ? id : caption)}]{{#{id}}}")];
        }
        string? alt = division.Attributes["fig-alt"];
        if (pictures.Count == 1)
        {
            log.Find(Carrying.Supported, "figure division", division.Opening.At());
            (int at, PictureText only) = pictures[0];
            return rest.SetItem(at, rest[at].With(Whole(only, id, caption.Length > 0 ? caption : only.Caption, alt ?? only.Attributes["fig-alt"] ?? (only.Caption.Length > 0 ? only.Caption : null)).ToString()));
        }
        log.Find(Carrying.Approximated, "figure of several pictures", division.Opening.At(), "pictures below each other with one caption");
        string parts = "";
        for (int i = 0; i < pictures.Count; i++)
        {
            string letter = QuartoScope.Letter(i);
            if (pictures[i].Picture.Attributes.Id is { } part) scope.Parts[part] = (id, letter);
            if (pictures[i].Picture.Caption.Length > 0) parts += $" ({letter}) {pictures[i].Picture.Caption.TrimEnd('.')}{(i + 1 < pictures.Count ? ";" : ".")}";
        }
        string all = caption.Length == 0 ? parts.Trim() : parts.Length == 0 ? caption : $"{(caption[^1] is '.' or '?' or '!' ? caption : caption + ".")}{parts}";
        return Below(rest, pictures, id, all, alt);
    }

    private static IEnumerable<SourceLine> Below(ImmutableArray<SourceLine> rest, List<(int Line, PictureText Picture)> pictures, string id, string caption, string? alt)
    {
        int told = 0;
        for (int i = 0; i < rest.Length; i++)
        {
            PictureText[] here = [.. pictures.Where(p => p.Line == i).Select(p => p.Picture)];
            if (here.Length == 0)
            {
                yield return rest[i];
                continue;
            }
            string between = rest[i].Text;
            foreach (PictureText picture in here.Reverse()) between = between.Remove(picture.Start, picture.End - picture.Start);
            if (between.Trim().Length > 0) yield return rest[i].With(between.Trim());
            foreach (PictureText picture in here)
            {
                told++;
                string? own = picture.Attributes["fig-alt"] ?? picture.Attributes["alt"] ?? (picture.Caption.Length > 0 ? HeadingWords.Plain(picture.Caption) : alt);
                PictureText written = told == pictures.Count ? Whole(picture, id, caption, own) : Whole(picture, null, "", own);
                yield return rest[i].With("");
                yield return rest[i].With(written.ToString());
                yield return rest[i].With("");
            }
        }
    }

    private static PictureText Whole(PictureText picture, string? id, string caption, string? alt)
    {
        AttributeList attributes = picture.Attributes with { Id = id };
        attributes = attributes.With("fig-alt", null).With("alt", alt is null ? null : HeadingWords.Plain(alt));
        return picture with { Caption = caption, Attributes = attributes };
    }
}
