using System.Text;
using System.Text.Json;

namespace BookBuilder.Manifest;

/// <summary>Describes book.yml to editors, so that they complete keys, show what they are for and underline what is none.</summary>
/// <remarks>JSON Schema, draft 2020-12. It is a little stricter than the reader, which takes words in capitals and "yes" for "true" as well.</remarks>
public static class ManifestSchema
{
    /// <summary>The schema, indented, ending in a line end.</summary>
    public static string Json()
    {
        using var bytes = new MemoryStream();
        // Nobody reads it as HTML, and people do read it.
        var options = new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        using (var json = new Utf8JsonWriter(bytes, options))
        {
            json.WriteStartObject();
            json.WriteString("$schema", "https://json-schema.org/draft/2020-12/schema");
            json.WriteString("title", "book.yml of BookBuilder");
            WriteMap(json, ManifestKeys.Root);
            json.WriteStartObject("$defs");
            WriteDefinition(json, "text", "string", "number", "boolean");
            WriteMeasure(json, "length", "a number and a unit: 10pt, 6in, 15mm, 1.5cm", "pt|in|mm|cm");
            WriteMeasure(json, "extent", "a number and a unit: 10pt, 6in, 15mm, 1.5cm, 1.2em, 2 lines", "pt|in|mm|cm|em|lines?");
            json.WriteEndObject();
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(bytes.ToArray()) + "\n";
    }

    private static void WriteMap(Utf8JsonWriter json, MapForm map)
    {
        json.WriteString("type", "object");
        json.WriteBoolean("additionalProperties", false);
        ManifestKey[] needed = [.. map.AllKeys.Where(static k => k.IsNeeded)];
        if (needed.Length > 0)
        {
            json.WriteStartArray("required");
            foreach (ManifestKey key in needed) json.WriteStringValue(key.Name);
            json.WriteEndArray();
        }
        json.WriteStartObject("properties");
        foreach (ManifestKey key in map.AllKeys)
        {
            json.WriteStartObject(key.Name);
            string description = Description(key);
            if (description.Length > 0) json.WriteString("description", description);
            WriteForm(json, key.Form);
            json.WriteEndObject();
        }
        json.WriteEndObject();
    }

    private static void WriteForm(Utf8JsonWriter json, KeyForm form)
    {
        switch (form)
        {
            case TextForm: json.WriteString("$ref", "#/$defs/text"); break;
            case LengthForm: json.WriteString("$ref", "#/$defs/length"); break;
            case ExtentForm: json.WriteString("$ref", "#/$defs/extent"); break;
            case FlagForm: json.WriteString("type", "boolean"); break;
            case MapForm map: WriteMap(json, map); break;
            case PatternForm pattern:
                json.WriteString("type", "string");
                json.WriteString("pattern", pattern.Pattern);
                break;
            case ShareForm:
                WriteDefinitionBody(json, "string", "number");
                json.WriteString("pattern", @"^[0-9]*\.?[0-9]+%?$");
                break;
            case WholeForm whole:
                json.WriteString("type", "integer");
                json.WriteNumber("minimum", whole.Least);
                json.WriteNumber("maximum", whole.Most);
                break;
            case WordForm words:
                json.WriteStartArray("enum");
                foreach (string word in words.Words) json.WriteStringValue(word);
                json.WriteEndArray();
                break;
            case NamedForm named:
                json.WriteString("type", "object");
                json.WriteStartObject("additionalProperties");
                WriteForm(json, named.Each);
                json.WriteEndObject();
                break;
            case EitherForm either:
                WriteAny(json, [.. either.Forms]);
                break;
            case ListForm list:
                // A single value, or a list of such.
                json.WriteStartArray("anyOf");
                json.WriteStartObject();
                WriteForm(json, list.Item);
                json.WriteEndObject();
                json.WriteStartObject();
                json.WriteString("type", "array");
                json.WriteStartObject("items");
                WriteForm(json, list.Item);
                json.WriteEndObject();
                json.WriteEndObject();
                json.WriteEndArray();
                break;
            default: throw new System.Diagnostics.UnreachableException($"{form.GetType().Name} is new: say here what editors are told of it.");
        }
    }

    private static void WriteAny(Utf8JsonWriter json, KeyForm[] forms)
    {
        json.WriteStartArray("anyOf");
        foreach (KeyForm form in forms)
        {
            json.WriteStartObject();
            WriteForm(json, form);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WriteDefinition(Utf8JsonWriter json, string name, params ReadOnlySpan<string> types)
    {
        json.WriteStartObject(name);
        WriteDefinitionBody(json, types);
        json.WriteEndObject();
    }

    private static void WriteDefinitionBody(Utf8JsonWriter json, params ReadOnlySpan<string> types)
    {
        json.WriteStartArray("type");
        foreach (string type in types) json.WriteStringValue(type);
        json.WriteEndArray();
    }

    private static void WriteMeasure(Utf8JsonWriter json, string name, string words, string units)
    {
        json.WriteStartObject(name);
        json.WriteString("description", words);
        json.WriteStartArray("anyOf");
        json.WriteStartObject();
        json.WriteString("type", "string");
        json.WriteString("pattern", $@"^(0|[0-9]*\.?[0-9]+ ?({units}))$");
        json.WriteEndObject();
        json.WriteStartObject();
        json.WriteNumber("const", 0);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>What the key is for, without the marks of Markdown.</summary>
    private static string Description(ManifestKey key) =>
        string.Join(' ', new[] { key.Words, key.Default is { } usual ? $"Default: {usual}." : "" }.Where(static s => s.Length > 0)).Replace("`", "", StringComparison.Ordinal);
}
