using System.Globalization;
using System.Text;

namespace BookBuilder.Model.Resolution;

/// <summary>Numbers as books print them.</summary>
public static class Numerals
{
    private static readonly (int Value, string Letters)[] RomanSteps =
    [
        (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
    ];

    /// <summary>"iv" for 4; zero and less in Arabic digits, since the Romans had none.</summary>
    public static string Roman(int value)
    {
        if (value <= 0) return Arabic(value);
        var text = new StringBuilder();
        foreach ((int step, string letters) in RomanSteps)
            for (; value >= step; value -= step)
                text.Append(letters);
        return text.ToString();
    }

    /// <summary>"A" for 1, "Z" for 26, "AA" for 27.</summary>
    public static string Letters(int value)
    {
        var text = new StringBuilder();
        for (; value > 0; value = (value - 1) / 26)
            text.Insert(0, (char)('A' + (value - 1) % 26));
        return text.ToString();
    }

    /// <summary>"4" for 4, in every culture.</summary>
    public static string Arabic(int value) => value.ToString(CultureInfo.InvariantCulture);
}
