using System.Text;

namespace BookBuilder.Manifest;

/// <summary>Writes the chapter of the user guide that lists every key of book.yml.</summary>
internal static class ManifestReference
{
    private const string Introduction = """
        # Every key of book.yml {#sec-keys}

        A folder with Markdown files is a book; `book.yml` beside them says what differs from the defaults. All of its keys
        are below. A key inside another is written with a point here, as in `toc.depth`; in the file it stands indented
        below it, or in braces beside it:

        ```yaml
        toc:
          depth: 3
        pdf: { paper: a4, opening: any }
        ```

        Where a list is expected, a single value will do. Lengths have a unit: `10pt`, `6in`, `15mm`, `1.5cm`; in the parts
        of a design also `1.2em` (of the text's size) and `2 lines`. Colours stand in quotes, because a `#` begins a remark.
        A key that is not in this chapter is an error with its place and the nearest one that is.

        Editors can help while you write. `bookbuilder schema` prints a JSON Schema of this file; save what it prints, and
        tell your editor that it is for files called `book.yml`. In Visual Studio Code, with the YAML extension, that is a
        line in the settings:

        ```json
        "yaml.schemas": { "/path/to/book.schema.json": "book.yml" }
        ```


        """;

    /// <summary>The chapter, made of <see cref="ManifestKeys"/>.</summary>
    public static string Markdown()
    {
        var page = new StringBuilder(Introduction.ReplaceLineEndings("\n"));
        foreach (ManifestGroup group in ManifestKeys.Groups)
        {
            page.Append($"## {group.Title} {{#{group.Label}}}\n\n{group.Words}\n\n");
            List<(string Section, ManifestKey Key)> listed = [.. Listed("", group.Keys)];
            for (int i = 0; i < listed.Count;)
            {
                // Keys of one section of which the same is to be said stand together.
                int end = i + 1;
                while (end < listed.Count && listed[end].Section == listed[i].Section && listed[end].Key with { Name = "" } == listed[i].Key with { Name = "" }) end++;
                AppendEntry(page, listed[i..end]);
                i = end;
            }
        }
        page.Append($"## Words in type {{#sec-keys-type}}\n\nWherever words are set in a type of their own, the same six keys say in which: in {Listing(Sections().Select(static s => $"`{s}`"), "and")}. For the titles of chapters, for example, `pdf.headings.chapter.size`.\n\n");
        foreach (ManifestKey key in ManifestKeys.OfType) AppendEntry(page, [("", key)]);
        return page.ToString().TrimEnd('\n') + "\n";
    }

    private static void AppendEntry(StringBuilder page, List<(string Section, ManifestKey Key)> keys)
    {
        ManifestKey key = keys[0].Key;
        string form = Form(key.Form);
        page.Append(string.Join(", ", keys.Select(static k => $"`{k.Section}{k.Key.Name}`"))).Append("\n: ")
            .Append(form.Length == 0 ? "" : Capital(form) + (key.IsNeeded ? "; must be given." : "."))
            .Append(form.Length == 0 || key.Words.Length == 0 ? "" : " ").Append(key.Words)
            .Append(key.Default is null ? "" : $" *Default:* {key.Default}.").Append("\n\n");
    }

    /// <summary>The keys that say something, each with the section it stands in ("pdf.margins."). A key that only holds others does not.</summary>
    private static IEnumerable<(string Section, ManifestKey Key)> Listed(string section, IEnumerable<ManifestKey> keys)
    {
        foreach (ManifestKey key in keys)
        {
            if (key.Form is not MapForm) yield return (section, key);
            foreach (MapForm map in Maps(key.Form))
                foreach ((string, ManifestKey) inner in Listed($"{section}{key.Name}.", map.Keys))
                    yield return inner;
        }
    }

    private static IEnumerable<string> Sections() => Sections("", ManifestKeys.Root);

    private static IEnumerable<string> Sections(string name, MapForm map) =>
        (map.HasType ? [name] : Enumerable.Empty<string>()).Concat(map.Keys.SelectMany(key => Maps(key.Form).SelectMany(inner => Sections(name.Length == 0 ? key.Name : $"{name}.{key.Name}", inner))));

    /// <summary>The maps that may stand as a value.</summary>
    internal static IEnumerable<MapForm> Maps(KeyForm form) => form switch
    {
        MapForm map => [map],
        ListForm list => Maps(list.Item),
        NamedForm named => Maps(named.Each),
        // A map by names, where a list will do as well, has the keys of the list's maps.
        EitherForm either => either.Forms.Where(static f => f is not NamedForm).SelectMany(Maps),
        _ => [],
    };

    /// <summary>What the value may be, in words; empty where the keys below say it.</summary>
    private static string Form(KeyForm form) => form switch
    {
        TextForm => "text",
        FlagForm => "`true` or `false`",
        WholeForm whole => $"a whole number from {whole.Least} to {whole.Most}",
        LengthForm => "a length",
        ExtentForm => "a length, also in `em` or `lines`",
        ShareForm => "a share such as `2%`",
        WordForm words => Listing(words.Words.Select(static w => $"`{w}`"), "or"),
        PatternForm pattern => $"{pattern.Words} such as `{pattern.Example}`",
        MapForm => "a map as below",
        NamedForm => "a map of names of your own",
        ListForm list => $"{Form(list.Item)}, or a list of such",
        EitherForm either => Listing(either.Forms.Select(Form).Distinct(), "or"),
        _ => throw new System.Diagnostics.UnreachableException($"{form.GetType().Name} is new: say here what it is called."),
    };

    private static string Listing(IEnumerable<string> words, string last)
    {
        string[] all = [.. words];
        return all.Length < 2 ? string.Concat(all) : $"{string.Join(", ", all[..^1])} {last} {all[^1]}";
    }

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
