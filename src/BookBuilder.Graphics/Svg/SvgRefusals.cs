namespace BookBuilder.Graphics.Svg;

/// <summary>Says what an element asks for and does not get.</summary>
internal static class SvgRefusals
{
    public static void Report(SvgFile file, SvgSubject subject)
    {
        foreach ((string name, string written) in subject.Declarations)
        {
            string value = written.Trim();
            string? what = name switch
            {
                "filter" when value != "none" => "a filter",
                "mask" when value != "none" => "a mask",
                "mix-blend-mode" when value != "normal" => "a blend mode",
                "vector-effect" when value != "none" => "a vector effect",
                "transform-origin" when !IsZero(value) => "a transform's own origin",
                "clip-path" when value != "none" && !value.StartsWith("url(", StringComparison.Ordinal) => "a clip path of a basic shape",
                "textLength" or "lengthAdjust" => "text stretched to a length",
                "letter-spacing" or "word-spacing" when !IsZero(value) && value != "normal" => "spaced text",
                "text-decoration" or "text-decoration-line" when value != "none" => "a text decoration",
                "writing-mode" when value is not ("lr" or "lr-tb" or "horizontal-tb") => "vertical text",
                "rotate" when subject.Element.Name is "text" or "tspan" && !IsZero(value) => "turned letters",
                "font-variant" or "font-variant-caps" when value != "normal" => "a font variant",
                _ when name.StartsWith("on", StringComparison.Ordinal) && name.Length > 4 => "a script",
                _ => null,
            };
            if (what is not null) file.Unsupported(subject.Element, what);
        }
    }

    private static bool IsZero(string value) => SvgLength.ParseList(value, 1, 1) is double[] numbers && numbers.All(n => n == 0);
}
