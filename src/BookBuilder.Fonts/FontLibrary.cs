using System.Collections.Immutable;
using System.Reflection;
using BookBuilder.Fonts.OpenType;
using BookBuilder.Fonts.Shaping;
using BookBuilder.Model.Units;

namespace BookBuilder.Fonts;

/// <summary>The faces a book may be set in. Immutable; it may be shared between threads.</summary>
public sealed class FontLibrary
{
    private const string DefaultSerif = "Source Serif 4", DefaultSans = "Source Sans 3", DefaultMono = "Source Code Pro", DefaultMath = "STIX Two Math";
    private static readonly Length SmallText = 9.Pt, DisplayText = 20.Pt;

    private readonly ImmutableArray<OpenTypeFace> _faces;
    private readonly Dictionary<string, ImmutableArray<OpenTypeFace>> _families;
    private readonly ImmutableArray<string> _fallbackFamilies;

    private FontLibrary(ImmutableArray<OpenTypeFace> faces)
    {
        if (faces.IsEmpty) throw new ArgumentException("A library needs at least one face.", nameof(faces));
        _faces = faces;
        _families = faces.GroupBy(f => f.Family, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(g => g.Key, g => g.ToImmutableArray(), StringComparer.OrdinalIgnoreCase);
        Families = [.. faces.Select(f => f.Family).Distinct(StringComparer.OrdinalIgnoreCase)];
        string[] first = [DefaultSerif, DefaultSans, DefaultMath, DefaultMono];
        _fallbackFamilies = [.. first.Where(_families.ContainsKey), .. Families.Where(f => !first.Contains(f, StringComparer.OrdinalIgnoreCase))];
    }

    /// <summary>The faces that come with this library, in the order of their names.</summary>
    public static FontLibrary LoadDefault()
    {
        Assembly assembly = typeof(FontLibrary).Assembly;
        return new FontLibrary([.. assembly.GetManifestResourceNames()
            .Where(name => name.EndsWith(".ttf", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name => ReadResource(assembly, name))]);
    }

    /// <summary>This library and more faces; a new face replaces one of the same PostScript name.</summary>
    public FontLibrary With(IEnumerable<OpenTypeFace> faces)
    {
        ImmutableArray<OpenTypeFace> added = [.. faces];
        HashSet<string> names = [.. added.Select(f => f.Name)];
        return new FontLibrary([.. _faces.Where(f => !names.Contains(f.Name)), .. added]);
    }

    /// <summary>All faces.</summary>
    public ImmutableArray<OpenTypeFace> Faces => _faces;

    /// <summary>The families' names, in the order of their first faces. Optical sizes count as families of their own.</summary>
    public ImmutableArray<string> Families { get; }

    /// <summary>Whether a family, or the CSS generic that stands for one, is here. Case does not matter.</summary>
    public bool HasFamily(string name) => _families.ContainsKey(Concrete(name));

    /// <summary>The face of a PostScript name, or null.</summary>
    public OpenTypeFace? Named(string postScriptName) => _faces.FirstOrDefault(f => f.Name == postScriptName);

    /// <summary>The face that answers a request best; a family that is not here is answered by the default serif.</summary>
    /// <remarks>Slope counts most, then weight (CSS Fonts 4, 5.2), then the optical size: below 9 pt the family's SmText, from 20 pt up its Display.</remarks>
    public OpenTypeFace FaceFor(FontRequest request)
    {
        string family = Concrete(request.Family);
        if (!_families.ContainsKey(family)) family = _fallbackFamilies[0];
        string? optical = request.Size < SmallText ? family + " SmText" : request.Size >= DisplayText ? family + " Display" : null;

        OpenTypeFace? best = null;
        int bestCost = int.MaxValue;
        Consider(optical, 0);
        Consider(family, optical is null ? 0 : OpticalCost);
        return best!;

        void Consider(string? name, int cost)
        {
            if (name is null || !_families.TryGetValue(name, out ImmutableArray<OpenTypeFace> faces)) return;
            foreach (OpenTypeFace face in faces)
            {
                int whole = cost + (face.IsItalic == request.Italic ? 0 : SlopeCost) + WeightCost(request.Weight, face.Weight);
                if (whole < bestCost) (best, bestCost) = (face, whole);
            }
        }
    }

    /// <summary>The regular faces that have a code point, in the order they are to be tried: serif, sans, mathematics, mono, then the book's own.</summary>
    public IEnumerable<OpenTypeFace> Fallbacks(int codePoint) =>
        _fallbackFamilies.Select(f => FaceFor(new FontRequest(f, 400, false, 12.Pt, FontFeatures.None, ""))).Where(f => f.Has(codePoint));

    /// <summary>The families in the order they are asked for a character the requested face lacks.</summary>
    internal ImmutableArray<string> FallbackFamilies => _fallbackFamilies;

    /// <summary>A display cut of nearly the weight (semibold for bold) is better than a text cut; one of quite another weight is not.</summary>
    private const int OpticalCost = 300;
    private const int SlopeCost = 10_000;

    /// <summary>Twice the distance, and a little more in the direction that CSS tries second.</summary>
    private static int WeightCost(int wanted, int given)
    {
        bool second = wanted > 500 ? given < wanted : given > wanted;
        return 2 * Math.Abs(wanted - given) + (second ? 1 : 0);
    }

    private static string Concrete(string family) => family.ToLowerInvariant() switch
    {
        "serif" or "ui-serif" => DefaultSerif,
        "sans-serif" or "system-ui" or "ui-sans-serif" => DefaultSans,
        "monospace" or "ui-monospace" => DefaultMono,
        "math" => DefaultMath,
        _ => family,
    };

    private static OpenTypeFace ReadResource(Assembly assembly, string name)
    {
        // Runtimes map what is embedded. A book needs a few of the faces, and of these a part.
        MappedFile file = new((UnmanagedMemoryStream)assembly.GetManifestResourceStream(name)!);
        return OpenTypeFace.ReadKnown(file.Memory);
    }
}
