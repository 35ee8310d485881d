using System.Collections.Immutable;
using BookBuilder.Model.Diagnostics;
using BookBuilder.Model.Resolution;

namespace BookBuilder.Manifest;

/// <summary>Reads the author's own words in place of the language's: <c>labels: { figure: "Fig." }</c>.</summary>
internal static class LabelReader
{
    public static ImmutableDictionary<string, string> Read(ManifestSection labels)
    {
        ImmutableArray<string> known = BookTerms.OwnKeys;
        var words = ImmutableDictionary.CreateBuilder<string, string>();
        foreach (YamlEntry entry in labels.Entries())
            if (!known.Contains(entry.Key))
                labels.Sink.Report(Problems.UnknownKey(entry.Key, labels.Name, entry.KeySpan, Spelling.Nearest(entry.Key, known), known));
            else if (labels.AsText(entry.Value, labels.FullKey(entry.Key)) is YamlScalar word)
                words[entry.Key] = word.Text;
        return words.ToImmutable();
    }
}
