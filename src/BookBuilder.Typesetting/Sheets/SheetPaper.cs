using BookBuilder.Model.Units;

namespace BookBuilder.Typesetting.Sheets;

/// <summary>The paper that printers hold.</summary>
public static class SheetPaper
{
    /// <summary>Letter or A4, upright: that of the page's kind; where the page is of neither, that of the language's region.</summary>
    /// <param name="page">The trimmed page.</param>
    /// <param name="language">A BCP 47 tag.</param>
    public static PageSize UsualFor(PageSize page, string language)
    {
        if (page == PageSize.Letter || page == PageSize.Digest || page == PageSize.Trade) return PageSize.Letter;
        if (page == PageSize.A4 || page == PageSize.A5) return PageSize.A4;
        return UsualIn(language);
    }

    /// <summary>Letter or A4, upright: what the language's region uses; A4 where it names none, but for English.</summary>
    /// <param name="language">A BCP 47 tag.</param>
    public static PageSize UsualIn(string language)
    {
        // Where paper is measured in inches (Unicode CLDR, measurementData: paperSize US-Letter), the larger countries.
        string[] subtags = language.ToUpperInvariant().Split('-');
        if (subtags is ["EN"]) return PageSize.Letter;
        return subtags.Skip(1).Any(static s => s is "US" or "CA" or "MX" or "CL" or "CO" or "PH" or "VE" or "GT" or "CR" or "PA" or "PR" or "SV" or "NI" or "DO" or "BZ")
            ? PageSize.Letter : PageSize.A4;
    }
}
