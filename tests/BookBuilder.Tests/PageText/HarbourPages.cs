namespace BookBuilder.Tests.PageText;

/// <summary>A made-up book as a page reader gives it, with every kind of damage the rules know.</summary>
internal static class HarbourPages
{
    /// <summary>Three chapters, an appendix; notes 1 and 2 of the first two chapters print those of the third.</summary>
    public const string Text =
        "\n\n# Harbours of the North (And Their Tides)\n\nAda Lind, Bo Berg, Carl van der Holm\n\n05-28-2021\n\n"
        + "# Contents\n\n<b>1</b>\t<b>Tides</b>\t<b>3</b>\n1.1\tThe moon’s part . . . . .\t3\n1.2\tThe sun\t5\n\n<b>2 Ships</b>\t<b>7</b>\n2.1 Sails & ropes . . . .\t7\n<b>3 Towns</b>\t<b>9</b>\n\n"
        + "# Chapter 1\n\n## Tides\n\nThe sea rises twice a day, and whoever lives at its shore knows the hours of it by heart; they pro-\n\nfess to feel them. A ship of \\$3 million waits for them.\n\n"
        + "### 1.1 The moon's part\n\nThe moon <sup>1</sup> pulls the sea below it, as we can see in the chart below<sup>2 3</sup>. It pulls what is far from it\n\n \n \n\n---\n\n<sup>1</sup><https://towns.example/a>\n\n"
        + "<sup>2</sup>[https://towns.example/b\\_c](https://towns.example/b_c), [https://towns.example/d\\(2\\)](https://towns.example/d(2))\n\n<sup>3</sup><https://moon.example/own>\n\n\n\n"
        + "Source: the harbour office. Note: The line is a guess.\n\nless than what is near. The slope is  $m$  of  $y = mx + b$ .\n\n"
        + "#### Spring tide The water stands highest when sun and moon pull in one line, as they do twice in every month.\n\n \n\n\nFigure 1.1: Heights of a day\n\n"
        + "## 1.2 The sun\n\n- **Far:** The sun is far away.\n- **Large:** It is so large that its pull is, in spite of all the distance between them, almost\n\nhalf of the moon's.\n\n- **Bright:** That is of no use here.\n\n"
        + "## Chapter 2\n\n# Ships\n\nShips of 400 m<sup>2</sup> of sail call at the harbour, among them those of the following table<sup>1</sup>\n\n"
        + "## 2.1 Sails & ropes<sup>2</sup>\n\nThe rope of a ship is as long as its owner can pay, and its sail is as wide,\n\nShip\tSail, m2\tShip\tSail, m2\nAda\t1,208\tCai\t400\nBo\t350\tDag\t\n\nFigure 2.1: Sails of some ships\n\n"
        + "<sup>1</sup><https://towns.example/a>\n\n<sup>2</sup>[https://towns.example/b\\_c](https://towns.example/b_c), [https://towns.example/d\\(2\\)](https://towns.example/d(2))\n\n"
        + "“so that both are measured\" by the year. The visual below shows it.\n\n"
        + "## Chapter 3\n\n# Towns\n\nTowns live by ships<sup>1</sup>, and by each other<sup>2</sup>: they trade - and talk - a lot.\n\n---\n\n<sup>1</sup><https://towns.example/a>\n\n"
        + "<sup>2</sup>[https://towns.example/b\\_c](https://towns.example/b_c), [https://towns.example/d\\(2\\)](https://towns.example/d(2))\n\nThe towns are old, and every one of them has a story to tell of ships,\n\nBergen most of all.\n\n"
        + "## Chapter 4\n\n## References";
}
