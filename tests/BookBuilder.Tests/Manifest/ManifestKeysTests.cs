using System.Text.RegularExpressions;
using BookBuilder.Manifest;
using BookBuilder.Model.Design;
using BookBuilder.Model.Diagnostics;

namespace BookBuilder.Tests.Manifest;

/// <summary>The catalogue of keys, from which the guide's reference and the schema are made, says what the readers of book.yml do.</summary>
public sealed partial class ManifestKeysTests
{
    // Nobody's key, and nobody's value.
    private const string Stranger = "qqqqqqqqqqqq";

    [Fact]
    public void The_catalogue_has_every_key_that_is_read_and_no_other()
    {
        // A key that is none makes each section tell those that it has.
        string yaml = Yaml.Of(ManifestKeys.Root, Yaml.Prefer.Maps, withStranger: true);
        Diagnostic[] unknown = [.. Said(yaml).Where(d => d.Message.StartsWith($"'{Stranger}' is not a key", StringComparison.Ordinal))];
        string[] read = [.. unknown.SelectMany(d => d.Hints.Single()["known keys: ".Length..].Split(", ").Select(key => Section(d.Message) + key)).Distinct().Order(StringComparer.Ordinal)];
        Assert.Equal(read, Keys().Select(k => k.Path).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Each_key_that_takes_one_of_some_words_takes_those_of_the_catalogue()
    {
        Diagnostic[] wrong = [.. Said(Yaml.Of(ManifestKeys.Root, Yaml.Prefer.Words)).Where(d => d.Code == "BB1107")];
        string[] read = [.. wrong.Select(d => $"{Key(d.Message)}: {d.Hints.Single()["possible: ".Length..]}").Order(StringComparer.Ordinal)];
        Assert.Equal(read, Keys().SelectMany(k => WordsOf(k.Key.Form).Select(w => $"{k.Path}: {string.Join(", ", w.Words)}")).Distinct().Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("must be true or false", typeof(FlagForm))]
    [InlineData("must be a whole number", typeof(WholeForm))]
    [InlineData("must be a share", typeof(ShareForm))]
    public void A_key_is_read_as_the_catalogue_says(string complaint, Type form)
    {
        string[] read = [.. Said(Yaml.Of(ManifestKeys.Root, Yaml.Prefer.Maps)).Where(d => d.Message.Contains(complaint, StringComparison.Ordinal)).Select(d => Key(d.Message)).Order(StringComparer.Ordinal)];
        // "numbering" is a flag or a map, and was a map here.
        Assert.Equal(read, Keys().Where(k => k.Key.Form.GetType() == form).Select(k => k.Path).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_length_is_read_as_one_and_in_the_units_of_type_where_the_catalogue_says_so()
    {
        Diagnostic[] wrong = [.. Said(Yaml.Of(ManifestKeys.Root, Yaml.Prefer.Maps)).Where(d => d.Code == "BB1114")];
        string[] read = [.. wrong.Select(d => $"{Key(d.Message)} {d.Hints.Single().Contains("em", StringComparison.Ordinal)}").Order(StringComparer.Ordinal)];
        Assert.Equal(read, Keys().Where(k => k.Key.Form is LengthForm or ExtentForm).Select(k => $"{k.Path} {k.Key.Form is ExtentForm}").Distinct().Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("toc.depth")]
    [InlineData("numbering.depth")]
    [InlineData("lang")]
    [InlineData("epub.footnotes")]
    [InlineData("pdf.accent")]
    [InlineData("pdf.size")]
    [InlineData("pdf.leading")]
    [InlineData("pdf.note-size")]
    public void The_catalogue_tells_the_default(string key)
    {
        BookManifest usual = BookManifestReader.Default;
        BookDesign design = usual.Design;
        string value = key switch
        {
            "toc.depth" => usual.Plan.ContentsDepth.ToString(),
            "numbering.depth" => usual.Plan.NumberingDepth.ToString(),
            "lang" => usual.Metadata.Language,
            "epub.footnotes" => usual.Epub.NoteElement,
            "pdf.accent" => FormattableString.Invariant($"\"#{design.Accent.Red:x2}{design.Accent.Green:x2}{design.Accent.Blue:x2}\""),
            "pdf.size" => FormattableString.Invariant($"{design.BodySize.Points}pt on trade paper"),
            "pdf.leading" => FormattableString.Invariant($"{design.Leading.Points}pt on trade paper"),
            _ => FormattableString.Invariant($"{design.NoteSize.Points}pt on trade paper"),
        };
        Assert.Equal(value, Assert.Single(Keys(), k => k.Path == key).Key.Default!.Replace("`", ""));
    }

    private static IEnumerable<(string Path, ManifestKey Key)> Keys() => Keys("", ManifestKeys.Root);

    private static IEnumerable<(string Path, ManifestKey Key)> Keys(string section, MapForm map) =>
        map.AllKeys.SelectMany(key => ManifestReference.Maps(key.Form).SelectMany(inner => Keys($"{section}{key.Name}.", inner)).Prepend((section + key.Name, key)));

    private static IEnumerable<WordForm> WordsOf(KeyForm form) => form switch
    {
        WordForm words => [words],
        ListForm list => WordsOf(list.Item),
        // The reader of colours has complaints of its own.
        EitherForm { Forms: [WordForm words, var other] } when other != Forms.Color => [words],
        _ => [],
    };

    private static System.Collections.Immutable.ImmutableArray<Diagnostic> Said(string yaml) => BookManifestReader.Read(yaml, "book.yml").Diagnostics;

    private static string Section(string message) => SectionName().Match(message).Groups[1].Value is { Length: > 0 } name ? name + "." : "";

    private static string Key(string message) => message.Split('\'')[1];

    [GeneratedRegex("a key of '([^']+)'")]
    private static partial Regex SectionName();

    /// <summary>A book.yml that gives every key, each a value that it cannot have.</summary>
    private static class Yaml
    {
        /// <summary>Which of several forms is taken.</summary>
        public enum Prefer { Maps, Words }

        public static string Of(KeyForm form, Prefer prefer, bool withStranger = false) => form switch
        {
            MapForm map => $"{{ {string.Join(", ", map.AllKeys.Where(k => !withStranger || k.IsNeeded || ManifestReference.Maps(k.Form).Any()).Select(k => $"{k.Name}: {Of(k.Form, prefer, withStranger)}").Concat(withStranger ? [$"{Stranger}: 1"] : []))} }}",
            NamedForm named => $"{{ one: {Of(named.Each, prefer, withStranger)} }}",
            ListForm { Item: EitherForm either } when either.Forms.Any(f => f is MapForm) => $"[{string.Join(", ", either.Forms.Where(f => f is MapForm).Select(f => Of(f, prefer, withStranger)))}]",
            ListForm list => $"[{Of(list.Item, prefer, withStranger)}]",
            EitherForm either => Of(prefer == Prefer.Words && either.Forms.FirstOrDefault(f => f is WordForm) is { } words ? words : either.Forms.FirstOrDefault(f => f is MapForm) ?? either.Forms[0], prefer, withStranger),
            _ => Stranger,
        };
    }
}
