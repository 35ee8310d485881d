using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using BookBuilder.Files;
using BookBuilder.Model.Diagnostics;
using BookBuilder.Translation;

namespace BookBuilder.MdBook;

/// <summary>Puts included files, or the stretch of them that is asked for, into the text: <c>{{#include file:from:to}}</c>, <c>{{#include file:anchor}}</c> and their kin.</summary>
/// <remarks>mdBook's guide, format/mdbook; its preprocessor "links". A path begins in the folder of the file that includes.</remarks>
internal sealed partial class MdBookIncludes(IBookFiles files, TranslationAccount log)
{
    /// <summary>The title that a chapter gives itself with <c>{{#title}}</c> is dropped: it is that of a browser's window.</summary>
    public ImmutableArray<SourceLine> Translate(ImmutableArray<SourceLine> lines)
    {
        if (!lines.Any(l => l.Text.Contains("{{#", StringComparison.Ordinal))) return lines;
        var told = ImmutableArray.CreateBuilder<SourceLine>(lines.Length);
        foreach (SourceLine line in lines)
        {
            int at = 0;
            string pending = "";
            foreach (Match match in Directive().Matches(line.Text))
            {
                pending += line.Text[at..match.Index];
                at = match.Index + match.Length;
                SourceSpan span = line.At(match.Index, match.Length);
                if (match.Groups["escape"].Length > 0)
                {
                    pending += match.Value[1..];
                    continue;
                }
                ImmutableArray<SourceLine> inner = One(match, line, span);
                // The first line joins what stands before, the last what comes after.
                for (int i = 0; i < inner.Length; i++)
                {
                    pending += inner[i].Text;
                    if (i + 1 >= inner.Length) break;
                    told.Add(inner[i].With(pending));
                    pending = "";
                }
            }
            told.Add(at == 0 && pending.Length == 0 ? line : line.With(pending + line.Text[at..]));
        }
        return told.ToImmutable();
    }

    private ImmutableArray<SourceLine> One(Match match, SourceLine line, SourceSpan span)
    {
        string kind = match.Groups["kind"].Value, argument = match.Groups["argument"].Value.Trim();
        switch (kind)
        {
            case "title":
                log.Find(Carrying.LeftOut, "{{#title}}", span, "it names a browser's window");
                return [];
            case "include" or "rustdoc_include" or "playground" or "playpen":
                string name = argument.Split(' ', 2)[0];
                ImmutableArray<SourceLine> inner = Text(name, line, span);
                log.Find(Carrying.Supported, "{{#" + kind + "}}", span);
                if (kind is not ("playground" or "playpen")) return inner;
                SourceLine fence = line.With("```rust");
                return [fence, .. inner, line.With("```")];
            default:
                log.Find(Carrying.Literal, "{{#" + kind + "}}", span);
                return [line.With(match.Value)];
        }
    }

    private ImmutableArray<SourceLine> Text(string name, SourceLine line, SourceSpan span)
    {
        string[] parts = name.Split(':');
        if (BookPath.Normalize(parts[0], BookPath.FolderOf(line.Path)) is not { } path)
        {
            log.Said.Report(Problems.FileOutside(parts[0], span));
            return [];
        }
        // A file may include another part of itself.
        return log.Includes.Put(string.Join(':', [path, .. parts[1..]]), line.Path, name, span, Asked, Translate) ?? [];

        ImmutableArray<SourceLine>? Asked()
        {
            if (SourceText.Lines(files, path, span, log.Said) is not { } all) return null;
            ImmutableArray<SourceLine> part = Part(all, parts[1..]);
            if (part.IsEmpty && !all.IsEmpty) log.Said.Report(Problems.IncludeWithoutText(name, span));
            // Rust's documentation hides what is not asked for; so does a book.
            return part;
        }
    }

    private static ImmutableArray<SourceLine> Part(ImmutableArray<SourceLine> all, string[] range)
    {
        if (range.Length == 0 || range.All(string.IsNullOrEmpty)) return WithoutAnchors(all);
        bool isNumber = range.All(r => r.Length == 0 || int.TryParse(r, NumberStyles.None, CultureInfo.InvariantCulture, out _));
        if (!isNumber) return Anchored(all, range[0]);
        int from = range[0].Length == 0 ? 1 : int.Parse(range[0], CultureInfo.InvariantCulture);
        int to = range.Length == 1 ? from : range[1].Length == 0 ? all.Length : int.Parse(range[1], CultureInfo.InvariantCulture);
        from = Math.Max(1, from);
        return WithoutAnchors(from > all.Length || to < from ? [] : all[(from - 1)..Math.Min(to, all.Length)]);
    }

    private static ImmutableArray<SourceLine> Anchored(ImmutableArray<SourceLine> all, string name)
    {
        var part = ImmutableArray.CreateBuilder<SourceLine>();
        bool isInside = false;
        foreach (SourceLine line in all)
        {
            Match anchor = Anchor().Match(line.Text);
            if (!anchor.Success)
            {
                if (isInside) part.Add(line);
            }
            else if (anchor.Groups[2].Value == name) isInside = anchor.Groups[1].Length == 0;
        }
        return part.ToImmutable();
    }

    private static ImmutableArray<SourceLine> WithoutAnchors(ImmutableArray<SourceLine> lines) => lines.RemoveAll(l => Anchor().IsMatch(l.Text));

    [GeneratedRegex(@"(?<escape>\\?)\{\{\s*#(?<kind>\w+)(?<argument>[^}]*)\}\}")]
    private static partial Regex Directive();

    [GeneratedRegex(@"ANCHOR(_END)?:\s*([-\w]+)")]
    private static partial Regex Anchor();
}
