using System.Collections.Immutable;
using System.Text;
using BookBuilder.Model.Blocks;

namespace BookBuilder.Markdown.Conversion;

/// <summary>Gives every heading without a label one made of its words.</summary>
internal static class HeadingLabels
{
    /// <summary>Labels the headings; no label occurs twice in the chapter unless its author wrote it twice.</summary>
    public static ImmutableArray<Block> Complete(ImmutableArray<Block> blocks)
    {
        var own = new Collector();
        own.Rewrite(blocks);
        return new Labeller(own.Labels).Rewrite(blocks);
    }

    /// <summary>Pandoc's identifier of a heading's words (manual, extension auto_identifiers): from the first letter on, in lower case,
    /// letters, digits, <c>_ - .</c> only, hyphens for spaces; "section" when nothing is left.</summary>
    public static string Of(ImmutableArray<Inline> words)
    {
        var kept = new StringBuilder();
        foreach (char c in PlainText.Of(words).ToLowerInvariant())
            if (char.IsLetterOrDigit(c) || char.IsSurrogate(c) || c is '_' or '-' or '.') kept.Append(c);
            else if (char.IsWhiteSpace(c)) kept.Append(' ');
        string text = string.Join('-', kept.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
        int letter = 0;
        while (letter < text.Length && !char.IsLetter(text, letter)) letter++;
        return letter < text.Length ? text[letter..] : "section";
    }

    private sealed class Collector : TreeRewriter
    {
        public HashSet<string> Labels { get; } = new(StringComparer.Ordinal);

        protected override IEnumerable<Block> Replace(Block block)
        {
            if (block.Attributes.Label is { } label) Labels.Add(label);
            return base.Replace(block);
        }
    }

    private sealed class Labeller(HashSet<string> taken) : TreeRewriter
    {
        // The number after which the next heading of these words begins to look: a chapter of ten thousand headings "Example" asks for each number once.
        private readonly Dictionary<string, int> _last = new(StringComparer.Ordinal);

        protected override IEnumerable<Block> Replace(Block block)
        {
            if (block is not Heading { Attributes.Label: null } heading) return base.Replace(block);
            string wish = Of(heading.Content), label = wish;
            int number = _last.GetValueOrDefault(wish);
            while (!taken.Add(label)) label = $"{wish}-{++number}";
            _last[wish] = number;
            return [heading with { Attributes = heading.Attributes with { Label = label, LabelIsAutomatic = true } }];
        }
    }
}
