using System.Text.RegularExpressions;

namespace BookBuilder.Tests;

/// <summary>The order of the rooms is kept by the compiler; the order of the folders inside a room by this test.</summary>
public sealed partial class RoomOrderTests
{
    /// <summary>Rooms and their folders, lowest first. A folder may use itself and what stands before it.</summary>
    private static readonly (string Room, string[] Folders)[] Order =
    [
        ("BookBuilder.Model", ["Units", "Diagnostics", "Metadata", "Design", "Mathematics", "Blocks", "Resolution"]),
        ("BookBuilder.Math", ["Tex", "Speech"]),
        ("BookBuilder.Markdown", ["Syntax", "Punctuation", "Conversion"]),
        ("BookBuilder.Fonts", ["OpenType", "Subsetting", "Shaping"]),
        ("BookBuilder.Graphics", ["Raster", "Vector", "Svg"]),
        ("BookBuilder.Typesetting", ["Frames", "Hyphenation", "LineBreaking", "Typography", "Mathematics", "Drawings", "Inlines", "Galleys", "Tables", "Blocks", "Pages"]),
        ("BookBuilder.Pdf", ["Objects", "Content", "Fonts", "Structure", "Document"]),
        ("BookBuilder.Epub", ["Container", "Package", "Content", "Navigation", "Publication"]),
        ("BookBuilder", ["Files", "Manifest", "Building"]),
    ];

    [Fact]
    public void A_folder_uses_only_folders_that_stand_before_it()
    {
        string src = Path.Combine(Repository.Root, "src");
        List<string> wrong = [];
        foreach ((string room, string[] folders) in Order)
        foreach (string file in Directory.EnumerateFiles(Path.Combine(src, room), "*.cs", SearchOption.AllDirectories))
        {
            string[] parts = Path.GetRelativePath(Path.Combine(src, room), file).Split(Path.DirectorySeparatorChar);
            if (parts.Length < 2 || parts[0] is "obj" or "bin") continue;
            int own = Array.IndexOf(folders, parts[0]);
            if (own < 0) { wrong.Add($"{room}/{parts[0]} is new: give it a place in the order"); continue; }
            foreach (Match use in Using().Matches(File.ReadAllText(file)))
            {
                string name = use.Groups[1].Value;
                if (!name.StartsWith(room + ".", StringComparison.Ordinal)) continue;
                int used = Array.IndexOf(folders, name[(room.Length + 1)..].Split('.')[0]);
                if (used > own) wrong.Add($"{room}/{string.Join('/', parts)} uses {name}");
            }
        }
        Assert.Empty(wrong);
    }

    [GeneratedRegex(@"^\s*using (?:static )?([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Using();
}
