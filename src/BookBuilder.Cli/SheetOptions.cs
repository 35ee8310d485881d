using System.CommandLine;
using System.CommandLine.Parsing;
using BookBuilder.Manifest;
using BookBuilder.Model.Design;
using BookBuilder.Model.Units;

namespace BookBuilder.Cli;

/// <summary>The options that bring pages onto a printer's sheets, the same for every verb that prints.</summary>
internal sealed class SheetOptions
{
    private static readonly Length ThickestPaper = 1.Mm;

    private readonly Option<SheetScheme?> _impose = Words<SheetScheme?>("--impose", "Write the pages on a printer's sheets, too: booklet (folded and stapled), 2up or 4up.",
        ("booklet", SheetScheme.Booklet), ("2up", SheetScheme.TwoUp), ("4up", SheetScheme.FourUp));

    private readonly Option<PageSize?> _sheet = Words<PageSize?>("--sheet", "The printer's paper: letter, legal, tabloid, a4 or a3 [default: letter or a4, as the pages or the language].",
        ("letter", PageSize.Letter), ("legal", new(8.5.In, 14.In)), ("tabloid", new(11.In, 17.In)), ("a4", PageSize.A4), ("a3", new(297.Mm, 420.Mm)));

    private readonly Option<BindingSide?> _binding = Words<BindingSide?>("--binding", "The side on which a booklet is bound: left or right [default: as the language runs].",
        ("left", BindingSide.Left), ("right", BindingSide.Right));

    private readonly Option<SheetTurn?> _turn = Words<SheetTurn?>("--flip", "The edge over which the printer turns the sheets: short or long [default: short for sheets that lie, long for those that stand].",
        ("short", SheetTurn.ShortEdge), ("long", SheetTurn.LongEdge));

    private readonly Option<int> _signature = new("--signature")
    {
        Description = "How many pages of a booklet are sewn together, a multiple of 4 [default: all].",
        HelpName = "PAGES",
        CustomParser = result =>
        {
            if (int.TryParse(result.Tokens[0].Value, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out int pages)
                && pages is > 0 and <= 1000 && pages % 4 == 0) return pages;
            result.AddError($"'{result.Tokens[0].Value}' is no signature: a multiple of 4, such as 16");
            return 0;
        },
    };

    private readonly Option<Length?> _thickness = new("--paper-thickness")
    {
        Description = "How thick the paper is: pages of a booklet's inner sheets move so much for each sheet towards the spine [default: 0.1mm].",
        HelpName = "LENGTH",
        CustomParser = result =>
        {
            if (LengthReader.Read(result.Tokens[0].Value) is { } length && length >= Length.Zero && length <= ThickestPaper) return length;
            result.AddError($"'{result.Tokens[0].Value}' is no thickness of paper: write 0.1mm, or 0mm for none");
            return null;
        },
    };

    /// <summary>Adds them to a verb.</summary>
    public void AddTo(Command verb)
    {
        foreach (Option option in (ReadOnlySpan<Option>)[_impose, _sheet, _binding, _turn, _signature, _thickness]) verb.Options.Add(option);
        verb.Validators.Add(result =>
        {
            if (result.GetResult(_impose) is not null) return;
            foreach (Option option in (ReadOnlySpan<Option>)[_sheet, _binding, _turn, _signature, _thickness])
                if (result.GetResult(option) is { Implicit: false }) result.AddError($"{option.Name} says how pages stand on sheets: it needs --impose");
        });
    }

    /// <summary>What was asked for; null when nothing was.</summary>
    public SheetPlan? Read(ParseResult parsed)
    {
        if (parsed.GetValue(_impose) is not { } scheme) return null;
        var usual = new SheetPlan();
        return new SheetPlan
        {
            Scheme = scheme, Sheet = parsed.GetValue(_sheet), Binding = parsed.GetValue(_binding), Turn = parsed.GetValue(_turn),
            Signature = parsed.GetValue(_signature), PaperThickness = parsed.GetValue(_thickness) ?? usual.PaperThickness,
        };
    }

    private static Option<T> Words<T>(string name, string description, params (string Word, T Value)[] possible) => OptionWords.Of(name, description, possible);
}
