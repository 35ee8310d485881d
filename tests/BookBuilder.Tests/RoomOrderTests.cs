using System.Text.RegularExpressions;

namespace BookBuilder.Tests;

/// <summary>The order of the rooms is kept by the compiler; the order of the folders inside a room by this test.</summary>
public sealed partial class RoomOrderTests
{
    /// <summary>Rooms and their folders, lowest first. A folder may use itself and what stands before it.</summary>
    private static readonly (string Room, string[] Folders)[] Order =
    [
        ("BookBuilder.Model", ["Memories", "Units", "Diagnostics", "Metadata", "Design", "Mathematics", "Blocks", "Resolution", "Excerpts"]),
        ("BookBuilder.Math", ["Tex", "Speech"]),                        // namespace BookBuilder.Mathematics
        ("BookBuilder.Markdown", ["Syntax", "Punctuation", "Conversion"]),
        ("BookBuilder.Fonts", ["Unicode", "OpenType", "Subsetting", "Shaping"]),
        ("BookBuilder.Graphics", ["Raster", "Vector", "Svg"]),
        ("BookBuilder.Typesetting", ["Frames", "Hyphenation", "LineBreaking", "Typography", "Mathematics", "Drawings", "Inlines", "Galleys", "Tables", "Blocks", "Pages", "Sheets"]),
        ("BookBuilder.Pdf", ["Objects", "Content", "Fonts", "Structure", "Claims", "Document"]),
        ("BookBuilder.Epub", ["Container", "Package", "Content", "Claims", "Devices", "Navigation", "Publication"]),
        ("BookBuilder.Parity", ["Readings", "Expected", "Pdf", "Epub", "Certifying"]),
        ("BookBuilder", ["Files", "Manifest", "PageText", "Translation", "Pandoc", "Knitr", "Bookdown", "Quarto", "MdBook", "Explaining", "Building", "Importing", "Reporting", "Inspecting", "Starting", "Doctor"]),
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
                string space = NamespaceOf(room) + ".";
                if (!name.StartsWith(space, StringComparison.Ordinal)) continue;
                int used = Array.IndexOf(folders, name[space.Length..].Split('.')[0]);
                if (used > own) wrong.Add($"{room}/{string.Join('/', parts)} uses {name}");
            }
        }
        Assert.Empty(wrong);
    }

    [Fact]
    public void The_order_names_every_room_and_folder_there_is()
    {
        string src = Path.Combine(Repository.Root, "src");
        Assert.Equal(Directory.GetDirectories(src).Select(r => Path.GetFileName(r)!).Where(r => r != "BookBuilder.Cli").Order(), Order.Select(o => o.Room).Order());
        Assert.All(Order, o => Assert.Equal(
            Directory.GetDirectories(Path.Combine(src, o.Room)).Where(HasCode).Select(f => Path.GetFileName(f)!).Order(), o.Folders.Order()));
    }

    [Fact]
    public void A_namespace_is_its_folder()
    {
        foreach ((string room, string[] folders) in Order)
        foreach (string folder in folders)
        foreach (string file in Directory.EnumerateFiles(Path.Combine(Repository.Root, "src", room, folder), "*.cs", SearchOption.AllDirectories))
            Assert.Contains($"\nnamespace {NamespaceOf(room)}.{folder};", "\n" + File.ReadAllText(file).ReplaceLineEndings("\n"));
    }

    [Fact]
    public void The_architecture_page_tells_this_order()
    {
        string[] page = File.ReadAllLines(Path.Combine(Repository.Root, "docs", "architecture.md"));
        foreach ((string room, string[] folders) in Order)
        {
            string start = $"- {room.Split('.')[^1]}: ";
            string line = Assert.Single(page, l => l.StartsWith(start, StringComparison.Ordinal));
            Assert.Equal(folders, Quoted().Matches(line).Select(m => m.Groups[1].Value).Where(folders.Contains));
        }
    }

    private static bool HasCode(string folder) =>
        Path.GetFileName(folder) is not ("obj" or "bin") && Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories).Any();

    private static string NamespaceOf(string room) => room == "BookBuilder.Math" ? "BookBuilder.Mathematics" : room;

    [GeneratedRegex("`(\\w+)`")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"^\s*using (?:static )?([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Using();
}
