using BookBuilder.Manifest;
using BookBuilder.Translation;

namespace BookBuilder.Quarto;

/// <summary>Decides what is shown of that which is meant for some outputs only. Both outputs are made of one book and must agree: what is meant for print counts.</summary>
internal static class OutputConditions
{
    /// <summary>Whether a division or span with <c>.content-visible</c> or <c>.content-hidden</c> is shown.</summary>
    public static bool IsShown(AttributeList attributes, YamlMap? data)
    {
        bool holds = Holds(attributes, data);
        return attributes.Has("content-hidden") ? !holds : holds;
    }

    private static bool Holds(AttributeList attributes, YamlMap? data)
    {
        foreach ((string key, string value) in attributes.Values)
            switch (key)
            {
                case "when-format" when !IsPrint(value):
                case "unless-format" when IsPrint(value):
                case "when-meta" when data.Flag(value.Split('.')) != true:
                case "unless-meta" when data.Flag(value.Split('.')) == true:
                // No profile is chosen.
                case "when-profile":
                    return false;
            }
        return true;
    }

    private static bool IsPrint(string format) => format.Split(':')[0] is "pdf" or "latex" or "typst" or "print" or "beamer";
}
