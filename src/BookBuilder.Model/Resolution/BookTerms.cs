using System.Collections.Immutable;
using System.Globalization;
using BookBuilder.Model.Blocks;

namespace BookBuilder.Model.Resolution;

/// <summary>The words a book says by itself, in its language: "Figure", "Contents", "and".</summary>
public sealed record BookTerms
{
    /// <summary>"Chapter".</summary>
    public string Chapter { get; init; } = "Chapter";
    /// <summary>"Chapters".</summary>
    public string Chapters { get; init; } = "Chapters";
    /// <summary>"Appendix".</summary>
    public string Appendix { get; init; } = "Appendix";
    /// <summary>"Part".</summary>
    public string Part { get; init; } = "Part";
    /// <summary>"Section".</summary>
    public string Section { get; init; } = "Section";
    /// <summary>"Sections".</summary>
    public string Sections { get; init; } = "Sections";
    /// <summary>"Figure".</summary>
    public string Figure { get; init; } = "Figure";
    /// <summary>"Figures".</summary>
    public string Figures { get; init; } = "Figures";
    /// <summary>"Table".</summary>
    public string Table { get; init; } = "Table";
    /// <summary>"Tables".</summary>
    public string Tables { get; init; } = "Tables";
    /// <summary>"Equation".</summary>
    public string Equation { get; init; } = "Equation";
    /// <summary>"Equations".</summary>
    public string Equations { get; init; } = "Equations";
    /// <summary>"Listing".</summary>
    public string Listing { get; init; } = "Listing";
    /// <summary>"Listings".</summary>
    public string Listings { get; init; } = "Listings";
    /// <summary>"Theorem" and its kin; every kind has its words.</summary>
    public ImmutableDictionary<StatementKind, CountedWord> Statements { get; init; } = CountedWord.Statements(
        "Theorem", "Theorems", "Lemma", "Lemmas", "Corollary", "Corollaries", "Proposition", "Propositions", "Conjecture", "Conjectures",
        "Definition", "Definitions", "Example", "Examples", "Exercise", "Exercises", "Hypothesis", "Hypotheses", "Proof", "Proofs", "Remark", "Remarks",
        "Solution", "Solutions");
    /// <summary>"Contents".</summary>
    public string Contents { get; init; } = "Contents";
    /// <summary>"List of Figures".</summary>
    public string ListOfFigures { get; init; } = "List of Figures";
    /// <summary>"List of Tables".</summary>
    public string ListOfTables { get; init; } = "List of Tables";
    /// <summary>"Notes".</summary>
    public string Notes { get; init; } = "Notes";
    /// <summary>"Note", the kind of callout.</summary>
    public string Note { get; init; } = "Note";
    /// <summary>"Tip".</summary>
    public string Tip { get; init; } = "Tip";
    /// <summary>"Important".</summary>
    public string Important { get; init; } = "Important";
    /// <summary>"Warning".</summary>
    public string Warning { get; init; } = "Warning";
    /// <summary>"Caution".</summary>
    public string Caution { get; init; } = "Caution";
    /// <summary>"and".</summary>
    public string And { get; init; } = "and";
    /// <summary>"continued", at the head of a table that runs on.</summary>
    public string Continued { get; init; } = "continued";
    /// <summary>"Cover".</summary>
    public string Cover { get; init; } = "Cover";
    /// <summary>"Title page".</summary>
    public string TitlePage { get; init; } = "Title page";
    /// <summary>"Copyright".</summary>
    public string Copyright { get; init; } = "Copyright";
    /// <summary>"Back to reference", before a note's number, for those who hear the book.</summary>
    public string BackToReference { get; init; } = "Back to reference";

    /// <summary>"page", before a page's number within a sentence.</summary>
    public string Page { get; init; } = "page";
    /// <summary>After a page's number where there are no pages to turn: " of the print edition".</summary>
    public string OfPrintEdition { get; init; } = " of the print edition";

    /// <summary>After the name of a thing that an excerpt does not hold: " of the full book".</summary>
    public string OfFullBook { get; init; } = " of the full book";
    /// <summary>What an excerpt says below its title: {0} the whole book's title, in quotation marks.</summary>
    public string FromBook { get; init; } = "From {0}";
    /// <summary>A folio among all: {0} the page, {1} how many there are.</summary>
    public string PageOfAll { get; init; } = "page {0} of {1}";

    /// <summary>"Parts".</summary>
    public string Parts { get; init; } = "Parts";
    /// <summary>"Appendices".</summary>
    public string Appendices { get; init; } = "Appendices";
    /// <summary>Between the last but one and the last of several: ", and ".</summary>
    public string LastOfSeveral { get; init; } = ", and ";
    /// <summary>"Cited in", before the notes that cite a source.</summary>
    public string CitedIn { get; init; } = "Cited in";
    /// <summary>"note", before a note's number within a sentence.</summary>
    public string NoteWord { get; init; } = "note";
    /// <summary>"notes".</summary>
    public string NotesWord { get; init; } = "notes";
    /// <summary>Before the list of notes without a source.</summary>
    public string NotesWithoutSource { get; init; } = "Notes that name no source:";
    /// <summary>A task that is done, for those who hear the book.</summary>
    public string Done { get; init; } = "done";
    /// <summary>A task that is not done yet.</summary>
    public string ToDo { get; init; } = "to do";
    /// <summary>The opening and the closing quotation mark.</summary>
    public string Quotes { get; init; } = "\u201c\u201d";
    /// <summary>The months, from January.</summary>
    public ImmutableArray<string> Months { get; init; } =
        ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
    /// <summary>The date's form: {0} day, {1} month's name, {2} year.</summary>
    public string DateForm { get; init; } = "{0} {1} {2}";

    /// <summary>The words in quotation marks.</summary>
    public string Quoted(string words) => $"{Quotes[0]}{words}{Quotes[1]}";

    /// <summary>"From" and the title of the book in quotation marks.</summary>
    public string From(string title) => string.Format(CultureInfo.InvariantCulture, FromBook, Quoted(title));

    /// <summary>"page 2 of 6".</summary>
    public string FolioOfAll(string folio, int pages) => string.Format(CultureInfo.InvariantCulture, PageOfAll, folio, pages);

    /// <summary>The date as the language writes it: "16 August 2023".</summary>
    public string Date(DateOnly date) =>
        string.Format(CultureInfo.InvariantCulture, DateForm, date.Day, Months[date.Month - 1], date.Year);

    /// <summary>These words with the author's own in place of some; unknown keys change nothing (the manifest reports them).</summary>
    public BookTerms With(ImmutableDictionary<string, string> own)
    {
        BookTerms terms = this;
        foreach ((string key, Func<BookTerms, string, BookTerms> set) in Own)
            if (own.TryGetValue(key, out string? word))
                terms = set(terms, word);
        return terms;
    }

    /// <summary>The keys an author may set under "labels:".</summary>
    public static ImmutableArray<string> OwnKeys => [.. Own.Select(o => o.Key)];

    private static ImmutableArray<(string Key, Func<BookTerms, string, BookTerms> Set)> Own =>
    [
        // An own word stands for the plural too, unless that is set as well: "Fig. 1 and 2" is better than "Figures 1 and 2" beside "Fig. 1".
        ("chapter", (t, w) => t with { Chapter = w, Chapters = w }), ("chapters", (t, w) => t with { Chapters = w }),
        ("appendix", (t, w) => t with { Appendix = w, Appendices = w }), ("part", (t, w) => t with { Part = w, Parts = w }),
        ("section", (t, w) => t with { Section = w, Sections = w }), ("sections", (t, w) => t with { Sections = w }),
        ("figure", (t, w) => t with { Figure = w, Figures = w }), ("figures", (t, w) => t with { Figures = w }),
        ("table", (t, w) => t with { Table = w, Tables = w }), ("tables", (t, w) => t with { Tables = w }),
        ("equation", (t, w) => t with { Equation = w, Equations = w }), ("equations", (t, w) => t with { Equations = w }),
        ("listing", (t, w) => t with { Listing = w, Listings = w }), ("listings", (t, w) => t with { Listings = w }),
        .. Enum.GetValues<StatementKind>().Select(OwnStatement),
        ("contents", (t, w) => t with { Contents = w }),
        ("list-of-figures", (t, w) => t with { ListOfFigures = w }), ("list-of-tables", (t, w) => t with { ListOfTables = w }),
        ("note", (t, w) => t with { Note = w }), ("tip", (t, w) => t with { Tip = w }), ("important", (t, w) => t with { Important = w }),
        ("page", (t, w) => t with { Page = w }), ("warning", (t, w) => t with { Warning = w }), ("caution", (t, w) => t with { Caution = w }),
    ];

    private static (string, Func<BookTerms, string, BookTerms>) OwnStatement(StatementKind kind) =>
        (kind.ToString().ToLowerInvariant(), (terms, word) => terms with { Statements = terms.Statements.SetItem(kind, new CountedWord(word, word)) });

    /// <summary>The words for a language: first the whole tag, then its primary part; English when there are none.</summary>
    public static BookTerms For(string language)
    {
        string tag = language.ToLowerInvariant();
        return tag switch
        {
            "en-us" => new BookTerms { DateForm = "{1} {0}, {2}" },
            "en-gb" => new BookTerms { LastOfSeveral = " and " },
            _ => tag.Split('-')[0] switch
            {
                "de" => ForeignTerms.German,
                "fr" => ForeignTerms.French,
                "es" => ForeignTerms.Spanish,
                _ => new BookTerms(),
            },
        };
    }
}
