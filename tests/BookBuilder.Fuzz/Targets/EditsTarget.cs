using System.Collections.Concurrent;
using BookBuilder.Building;
using BookBuilder.Files;
using BookBuilder.Fuzz.Books;

namespace BookBuilder.Fuzz.Targets;

/// <summary>Whole books that are edited again and again, each time built with what the last build left in memory and on disk, with what is on disk alone, and with neither: all make the same
/// files and say the same.</summary>
internal sealed class EditsTarget : BooksTarget
{
    private const int Edits = 4;

    public override string Name => "edits";

    public override void Run(string input, Action<string, byte[]>? keep)
    {
        // The edits are a part of the input: the same input is edited in the same way.
        var random = new Random(input.Aggregate(17, static (sum, c) => unchecked(sum * 31 + c)));
        using var cache = new BuildCache();
        string folder = Directory.CreateTempSubdirectory("bookbuilder-fuzz").FullName;
        try
        {
            Run(input, random, cache, folder);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Run(string input, Random random, BuildCache cache, string folder)
    {
        string book = input;
        List<string> versions = [book];
        for (int edit = 0; edit <= Edits; edit++)
        {
            MemoryFiles files = FilesOf(book);
            (BuildReport warm, ConcurrentDictionary<string, byte[]> made) = Build(files, new() { Parity = false, Cache = cache, Store = BuildStore.InFolder(folder) });
            (BuildReport stored, ConcurrentDictionary<string, byte[]> taken) = Build(files, new() { Parity = false, Store = BuildStore.InFolder(folder) });
            (BuildReport cold, ConcurrentDictionary<string, byte[]> expected) = Build(files, new() { Parity = false });
            Compare(edit, cold, expected, warm, made);
            Compare(edit, cold, expected, stored, taken);
            // Now and then somebody takes back what was done.
            book = random.Next(6) == 0 ? versions[random.Next(versions.Count)] : Edited(book, random);
            versions.Add(book);
        }
    }

    private static void Compare(int edit, BuildReport cold, ConcurrentDictionary<string, byte[]> expected, BuildReport warm, ConcurrentDictionary<string, byte[]> made)
    {
        string[] said = [.. Said(cold)], saidNow = [.. Said(warm)];
        if (!said.SequenceEqual(saidNow))
            throw new BrokenPromiseException("the same is said with a cache and without", $"after edit {edit}: without {string.Join("; ", said.Except(saidNow).Take(3))}, with {string.Join("; ", saidNow.Except(said).Take(3))}");
        if (warm.Counts != cold.Counts) throw new BrokenPromiseException("the same is counted with a cache and without", $"after edit {edit}: {cold.Counts}, {warm.Counts}");
        foreach ((string name, byte[] bytes) in expected)
            if (!made.TryGetValue(name, out byte[]? now) || !bytes.AsSpan().SequenceEqual(now))
                throw new BrokenPromiseException($"a cache changes no byte ({Path.GetExtension(name)})", $"after edit {edit}: {name}");
    }

    private static IEnumerable<string> Said(BuildReport report) => report.Diagnostics.Concat(report.Suppressed.Select(static s => s.Diagnostic))
        .Select(static d => $"{d} {string.Join('|', d.Hints)}");

    /// <summary>The book after an edit: a line changed, left out, doubled, moved or taken from another book.</summary>
    private static string Edited(string book, Random random)
    {
        List<string> lines = [.. book.Split('\n')];
        int at = random.Next(lines.Count), other = random.Next(lines.Count);
        switch (random.Next(8))
        {
            case 0: lines.RemoveAt(at); break;
            case 1: lines.Insert(other, lines[at]); break;
            case 2: (lines[at], lines[other]) = (lines[other], lines[at]); break;
            case 3:
                string[] more = RandomBook.Make(random).Split('\n');
                lines.InsertRange(at, more.Skip(random.Next(more.Length)).Take(random.Next(1, 12)));
                break;
            case 4: lines.Insert(at, ""); break;
            default:
                string[] words = lines[at].Split(' ');
                words[random.Next(words.Length)] = new RandomText(random).Plain(1, 3);
                lines[at] = string.Join(' ', words);
                break;
        }
        return string.Join('\n', lines);
    }
}
