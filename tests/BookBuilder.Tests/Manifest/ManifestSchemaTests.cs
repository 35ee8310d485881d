using System.Text.Json;
using System.Text.RegularExpressions;
using BookBuilder.Manifest;
using BookBuilder.Model.Diagnostics;

namespace BookBuilder.Tests.Manifest;

/// <summary>The schema for editors takes what the program takes, and underlines what it does not.</summary>
public sealed class ManifestSchemaTests
{
    private static readonly JsonElement Schema = JsonDocument.Parse(ManifestSchema.Json()).RootElement;

    [Theory]
    [InlineData("content/book.yml")]
    [InlineData("docs/guide/book.yml")]
    [InlineData("tests/books/torture/book.yml")]
    [InlineData("tests/books/leaflet/book.yml")]
    [InlineData("src/BookBuilder/Starting/Template/book.yml")]
    public void The_books_of_the_project_are_right(string path) =>
        Assert.Empty(Complaints(File.ReadAllText(Path.Combine(Repository.Root, path))));

    [Theory]
    [InlineData("title: A\nauthors: Ada Lind\ndate: 2024-05-01\npdf: { paper: a4, margins: { top: 20mm }, accent: \"#345\", expansion: 1% }")]
    [InlineData("title: 1984\nchapters: [a.md, { part: P, chapters: b.md }]\nnumbering: false\npdf: { paper: { width: 6in, height: 9in } }")]
    [InlineData("pdf: { headings: { chapter: { sink: 2 lines, size: 1.6em, color: accent } }, code: { ground: none }, standard: [ua-1, a-2a] }")]
    public void What_the_program_takes_is_right(string yaml)
    {
        Assert.Empty(BookManifestReader.Read(yaml, "book.yml").Diagnostics);
        Assert.Empty(Complaints(yaml));
    }

    [Theory]
    [InlineData("titel: A", "titel")]
    [InlineData("authors: [{ nam: A, name: B }]", "authors")]
    [InlineData("lang: Klingon!", "lang")]
    [InlineData("date: someday", "date")]
    [InlineData("toc: { depth: 9 }", "toc.depth")]
    [InlineData("lists: [figure]", "lists")]
    [InlineData("chapters: [a.txt]", "chapters")]
    [InlineData("design: clasic", "design")]
    [InlineData("pdf: { paper: { width: 6in } }", "pdf.paper")]
    [InlineData("pdf: { size: 10 }", "pdf.size")]
    [InlineData("pdf: { accent: blue }", "pdf.accent")]
    [InlineData("pdf: { justify: maybe }", "pdf.justify")]
    [InlineData("pdf: { lists: { hang: 2 emus } }", "pdf.lists.hang")]
    public void What_the_program_complains_of_is_underlined(string yaml, string key)
    {
        Assert.NotEmpty(BookManifestReader.Read(yaml, "book.yml").Diagnostics);
        Assert.Equal([key], Complaints(yaml));
    }

    [Fact]
    public void Every_key_that_says_something_has_words_for_its_reader()
    {
        Assert.True(Descriptions(Schema).Count() > 120);
        Assert.All(Descriptions(Schema), d => Assert.DoesNotContain('`', d));
    }

    private static IEnumerable<string> Descriptions(JsonElement at) => at.ValueKind switch
    {
        JsonValueKind.Object => at.EnumerateObject().SelectMany(p => p is { Name: "description", Value.ValueKind: JsonValueKind.String } ? [p.Value.GetString()!] : Descriptions(p.Value)),
        JsonValueKind.Array => at.EnumerateArray().SelectMany(Descriptions),
        _ => [],
    };

    /// <summary>The keys whose values do not keep to the schema, in the order of the text.</summary>
    private static List<string> Complaints(string yaml)
    {
        var sink = new DiagnosticSink();
        List<string> complaints = [];
        Check(Schema, YamlReader.Read(yaml, "book.yml", sink)!, "", complaints);
        Assert.Empty(sink.ToImmutable());
        return complaints;
    }

    /// <summary>As much of JSON Schema as the schema makes use of: what it does not know fails the test.</summary>
    private static void Check(JsonElement schema, YamlValue value, string path, List<string> complaints)
    {
        int before = complaints.Count;
        foreach (JsonProperty rule in schema.EnumerateObject())
        {
            bool holds = rule.Name switch
            {
                "$schema" or "$defs" or "title" or "description" or "additionalProperties" => true,
                "type" => rule.Value.ValueKind == JsonValueKind.Array ? rule.Value.EnumerateArray().Any(t => IsOf(value, t.GetString()!)) : IsOf(value, rule.Value.GetString()!),
                "enum" => value is YamlScalar s && rule.Value.EnumerateArray().Any(w => w.GetString() == s.Text),
                "const" => value is YamlScalar { IsPlain: true } s && s.Text == rule.Value.GetRawText(),
                "pattern" => value is YamlScalar s && Regex.IsMatch(s.Text, rule.Value.GetString()!, RegexOptions.ECMAScript),
                "minimum" => value is YamlScalar s && int.TryParse(s.Text, out int n) && n >= rule.Value.GetInt32(),
                "maximum" => value is YamlScalar s && int.TryParse(s.Text, out int n) && n <= rule.Value.GetInt32(),
                "required" => value is YamlMap map && rule.Value.EnumerateArray().All(k => map.Entries.Any(e => e.Key == k.GetString())),
                "anyOf" => rule.Value.EnumerateArray().Any(one => Fits(one, value)),
                "items" => value is YamlList list && list.Items.All(item => Fits(rule.Value, item)),
                "$ref" => Fits(Schema.GetProperty("$defs").GetProperty(rule.Value.GetString()!["#/$defs/".Length..]), value),
                "properties" => true,
                _ => throw new InvalidOperationException($"'{rule.Name}' is new in the schema: say here what it means."),
            };
            if (!holds && complaints.Count == before) complaints.Add(path);
            if (rule.Name == "properties" && value is YamlMap entries)
                foreach (YamlEntry entry in entries.Entries)
                    if (rule.Value.TryGetProperty(entry.Key, out JsonElement inner)) Check(inner, entry.Value, path.Length == 0 ? entry.Key : $"{path}.{entry.Key}", complaints);
                    else complaints.Add(path.Length == 0 ? entry.Key : $"{path}.{entry.Key}");
        }
    }

    private static bool Fits(JsonElement schema, YamlValue value)
    {
        List<string> complaints = [];
        Check(schema, value, "", complaints);
        return complaints.Count == 0;
    }

    private static bool IsOf(YamlValue value, string type) => type switch
    {
        "object" => value is YamlMap,
        "array" => value is YamlList,
        "integer" => value is YamlScalar { IsPlain: true } s && int.TryParse(s.Text, out _),
        "number" => value is YamlScalar { IsPlain: true } s && double.TryParse(s.Text, System.Globalization.CultureInfo.InvariantCulture, out _),
        "boolean" => value is YamlScalar { IsPlain: true, Text: "true" or "false" },
        _ => value is YamlScalar,
    };
}
