using System.Collections.Immutable;
using System.Text.RegularExpressions;
using BookBuilder.Files;
using BookBuilder.Manifest;
using BookBuilder.Model.Diagnostics;
using BookBuilder.Translation;

namespace BookBuilder.Quarto;

/// <summary>Replaces Quarto's shortcodes, <c>{{&lt; name … &gt;}}</c>; those it does not know are printed as written and told.</summary>
internal static partial class Shortcodes
{
    /// <summary>Puts the included files in the places of their includes; a file's path begins in the folder of the one that includes it, or with a slash in the project's.</summary>
    public static ImmutableArray<SourceLine> Include(IBookFiles files, ImmutableArray<SourceLine> lines, TranslationAccount log)
    {
        if (!lines.Any(l => l.Text.Contains("{{<", StringComparison.Ordinal))) return lines;
        var told = ImmutableArray.CreateBuilder<SourceLine>(lines.Length);
        foreach (SourceLine line in lines)
        {
            if (IncludeLine().Match(line.Text) is not { Success: true } include)
            {
                told.Add(line);
                continue;
            }
            string written = include.Groups[2].Value.Trim('"', '\'');
            SourceSpan span = line.At(include.Groups[2].Index, include.Groups[2].Length);
            string? path = written.StartsWith('/') ? BookPath.Normalize(written.TrimStart('/')) : BookPath.Normalize(written, BookPath.FolderOf(line.Path));
            if (path is null) log.Said.Report(Problems.FileOutside(written, span));
            else if (log.Includes.Put(path, line.Path, written, span, () => SourceText.Lines(files, path, span, log.Said), inner => Include(files, Pandoc.MetadataBlocks.Take(inner, log).Text, log)) is { } inner)
            {
                log.Find(Carrying.Supported, "include", span);
                string indent = include.Groups[1].Value;
                told.AddRange(inner.Select(l => indent.Length == 0 || l.IsBlank ? l : l.With(indent + l.Text)));
                continue;
            }
            told.Add(line.With(""));
        }
        return told.ToImmutable();
    }

    /// <summary>Replaces the other shortcodes of a text.</summary>
    /// <param name="lines">The text.</param>
    /// <param name="data">The metadata that <c>meta</c> asks.</param>
    /// <param name="variables">The variables that <c>var</c> asks.</param>
    /// <param name="log">Told what became of each.</param>
    public static ImmutableArray<SourceLine> Translate(ImmutableArray<SourceLine> lines, YamlMap? data, YamlMap? variables, TranslationAccount log)
    {
        if (!lines.Any(l => l.Text.Contains("{{", StringComparison.Ordinal))) return lines;
        return [.. lines.Select(line => line.Text.Contains("{{", StringComparison.Ordinal)
            ? line.With(Shortcode().Replace(line.Text, m => One(m, line, data, variables, log))) : line)];
    }

    private static string One(Match match, SourceLine line, YamlMap? data, YamlMap? variables, TranslationAccount log)
    {
        SourceSpan span = line.At(match.Index, match.Length);
        // One more brace on each side shows the shortcode itself.
        if (match.Groups["escaped"].Success) return match.Value[1..^1];
        string[] parts = [.. Words().Matches(match.Groups["inner"].Value).Select(m => m.Groups[1].Success ? m.Groups[1].Value : m.Groups[2].Success ? m.Groups[2].Value : m.Value)];
        if (parts.Length == 0) return match.Value;
        string name = parts[0], first = parts.Length > 1 ? parts[1] : "";
        switch (name)
        {
            case "pagebreak":
                log.Find(Carrying.Supported, "shortcode pagebreak", span);
                return match.Value;
            case "var" or "meta":
                YamlMap? source = name == "var" ? variables : data;
                if (source.Text(first.Split('.')) is { } value)
                {
                    log.Find(Carrying.Supported, $"shortcode {name}", span);
                    return value;
                }
                if (name == "meta" && source.Items(first.Split('.')).Select(i => i.Text() ?? i.Text("name")).OfType<string>().ToArray() is { Length: > 0 } values) return string.Join(", ", values);
                log.Find(Carrying.Literal, $"shortcode {name} '{first}', which has no value", span);
                return $"?{name}:{first}";
            case "env":
                log.Find(parts.Length > 2 ? Carrying.Approximated : Carrying.LeftOut, "shortcode env", span, parts.Length > 2 ? "its default" : "a book does not depend on the machine");
                return parts.Length > 2 ? parts[2] : "";
            case "kbd":
                log.Find(Carrying.Supported, "shortcode kbd", span);
                return $"<kbd>{first}</kbd>";
            case "video" or "audio":
                log.Find(Carrying.Approximated, $"shortcode {name}", span, "a link to it");
                return $"[{Option(parts, "title") ?? first}](<{first}>)";
            case "embed":
                log.Find(Carrying.NeedsProgram, "shortcode embed", span, "a line that names the notebook");
                return $"*{first}*";
            case "lipsum" or "fa" or "bi" or "iconify" or "version" or "placeholder" or "contents" or "brand" or "qrcode" or "lordicon":
                log.Find(Carrying.LeftOut, $"shortcode {name}", span);
                return "";
            default:
                log.Find(Carrying.Literal, $"shortcode {name}", span);
                return match.Value.Replace("{{<", @"{\{<", StringComparison.Ordinal).Replace("<", @"\<", StringComparison.Ordinal).Replace(@"\\<", @"\<", StringComparison.Ordinal);
        }
    }

    private static string? Option(string[] parts, string key) =>
        parts.FirstOrDefault(p => p.StartsWith(key + "=", StringComparison.Ordinal))?[(key.Length + 1)..].Trim('"', '\'');

    [GeneratedRegex(@"^(\s*)\{\{<\s*include\s+(\S+|""[^""]+"")\s*>\}\}\s*$")]
    private static partial Regex IncludeLine();

    [GeneratedRegex(@"(?<escaped>\{\{\{<.*?>\}\}\})|\{\{<\s*(?<inner>.*?)\s*>\}\}")]
    private static partial Regex Shortcode();

    [GeneratedRegex(@"[-\w]+=""[^""]*""|""([^""]*)""|'([^']*)'|\S+")]
    private static partial Regex Words();
}
