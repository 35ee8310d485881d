namespace BookBuilder.Epub.Package;

/// <summary>The sentences of which the summary of a book's accessibility is made, in one language.</summary>
internal sealed record AccessibilityWords
{
    /// <summary>The language they are in, for xml:lang.</summary>
    public string Language { get; init; } = "en";
    /// <summary>What is true of every book.</summary>
    public string Text { get; init; } = "The text flows with the reader's own fonts, sizes and colours, and is structured by headings and a table of contents.";
    /// <summary>Every picture that says something is described.</summary>
    public string PicturesDescribed { get; init; } = "Every picture that carries information has a text alternative.";
    /// <summary>Not every one is.</summary>
    public string PicturesNotDescribed { get; init; } = "Some pictures have no text alternative.";
    /// <summary>There are tables.</summary>
    public string Tables { get; init; } = "Tables are marked up as tables.";
    /// <summary>There are formulas, and every one can be said in words.</summary>
    public string FormulasDescribed { get; init; } = "Formulas are MathML with a reading in words.";
    /// <summary>There are formulas, and not every one can.</summary>
    public string FormulasNotDescribed { get; init; } = "Formulas are MathML.";
    /// <summary>There are notes.</summary>
    public string Notes { get; init; } = "Notes are linked to their marks and back.";
    /// <summary>The pages of the printed edition are known.</summary>
    public string Pages { get; init; } = "The pages of the printed edition are marked and listed.";
    /// <summary>Some pictures move.</summary>
    public string Motion { get; init; } = "Some pictures move; nobody has checked whether they flash.";

    /// <summary>The sentences for a language; the English ones when there are none in it.</summary>
    public static AccessibilityWords For(string language) => language.ToLowerInvariant().Split('-')[0] switch
    {
        "de" => German,
        "fr" => French,
        "es" => Spanish,
        _ => new(),
    };

    private static AccessibilityWords German => new()
    {
        Language = "de",
        Text = "Der Text richtet sich nach Schrift, Größe und Farben des Lesers und ist durch Überschriften und ein Inhaltsverzeichnis gegliedert.",
        PicturesDescribed = "Jedes Bild, das etwas mitteilt, hat einen Alternativtext.",
        PicturesNotDescribed = "Einige Bilder haben keinen Alternativtext.",
        Tables = "Tabellen sind als Tabellen ausgezeichnet.",
        FormulasDescribed = "Formeln sind MathML mit einer Fassung in Worten.",
        FormulasNotDescribed = "Formeln sind MathML.",
        Notes = "Anmerkungen sind mit ihren Zeichen im Text verknüpft und umgekehrt.",
        Pages = "Die Seiten der Druckausgabe sind bezeichnet und aufgelistet.",
        Motion = "Einige Bilder bewegen sich; niemand hat geprüft, ob sie blitzen.",
    };

    private static AccessibilityWords French => new()
    {
        Language = "fr",
        Text = "Le texte s’adapte à la police, à la taille et aux couleurs du lecteur ; il est structuré par des titres et une table des matières.",
        PicturesDescribed = "Chaque image porteuse d’information a un texte de remplacement.",
        PicturesNotDescribed = "Certaines images n’ont pas de texte de remplacement.",
        Tables = "Les tableaux sont balisés comme tels.",
        FormulasDescribed = "Les formules sont en MathML, avec une lecture en mots.",
        FormulasNotDescribed = "Les formules sont en MathML.",
        Notes = "Les notes sont liées à leurs appels, et inversement.",
        Pages = "Les pages de l’édition imprimée sont indiquées et listées.",
        Motion = "Certaines images sont animées ; nul n’a vérifié si elles clignotent.",
    };

    private static AccessibilityWords Spanish => new()
    {
        Language = "es",
        Text = "El texto se adapta a la letra, el tamaño y los colores del lector, y está estructurado con títulos y un índice.",
        PicturesDescribed = "Toda imagen que aporta información tiene un texto alternativo.",
        PicturesNotDescribed = "Algunas imágenes no tienen texto alternativo.",
        Tables = "Las tablas están marcadas como tablas.",
        FormulasDescribed = "Las fórmulas están en MathML, con una lectura en palabras.",
        FormulasNotDescribed = "Las fórmulas están en MathML.",
        Notes = "Las notas están enlazadas con sus llamadas y viceversa.",
        Pages = "Las páginas de la edición impresa están señaladas y listadas.",
        Motion = "Algunas imágenes se mueven; nadie ha comprobado si destellan.",
    };
}
