namespace BookBuilder.Model.Resolution;

/// <summary>The words of languages other than English.</summary>
internal static class ForeignTerms
{
    /// <summary>German.</summary>
    public static BookTerms German => new()
    {
        Listing = "Listing", Listings = "Listings",
        Statements = CountedWord.Statements(
            "Satz", "Sätze", "Lemma", "Lemmata", "Korollar", "Korollare", "Proposition", "Propositionen", "Vermutung", "Vermutungen", "Definition", "Definitionen",
            "Beispiel", "Beispiele", "Aufgabe", "Aufgaben", "Hypothese", "Hypothesen", "Beweis", "Beweise", "Bemerkung", "Bemerkungen", "Lösung", "Lösungen"),
        Chapter = "Kapitel", Chapters = "Kapitel", Appendix = "Anhang", Appendices = "Anhänge", Part = "Teil", Parts = "Teile",
        Section = "Abschnitt", Sections = "Abschnitte", Figure = "Abbildung", Figures = "Abbildungen", Table = "Tabelle", Tables = "Tabellen",
        Equation = "Gleichung", Equations = "Gleichungen", Contents = "Inhalt", ListOfFigures = "Abbildungsverzeichnis",
        ListOfTables = "Tabellenverzeichnis", Notes = "Anmerkungen", Note = "Hinweis", Tip = "Tipp", Important = "Wichtig", Warning = "Warnung",
        Caution = "Vorsicht", And = "und", LastOfSeveral = " und ", Continued = "Fortsetzung", Cover = "Umschlag", TitlePage = "Titelseite",
        Copyright = "Impressum", BackToReference = "Zurück zu Verweis", Page = "Seite", OfPrintEdition = " der Druckausgabe",
        OfFullBook = " des ganzen Buches", FromBook = "Aus {0}", PageOfAll = "Seite {0} von {1}", Done = "erledigt", ToDo = "offen", CitedIn = "Zitiert in", NoteWord = "Anmerkung", NotesWord = "Anmerkungen",
        NotesWithoutSource = "Anmerkungen ohne Quelle:", Quotes = "„“", DateForm = "{0}. {1} {2}",
        Months = ["Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November", "Dezember"],
    };

    /// <summary>French.</summary>
    public static BookTerms French => new()
    {
        Listing = "Programme", Listings = "Programmes",
        Statements = CountedWord.Statements(
            "Théorème", "Théorèmes", "Lemme", "Lemmes", "Corollaire", "Corollaires", "Proposition", "Propositions", "Conjecture", "Conjectures", "Définition", "Définitions",
            "Exemple", "Exemples", "Exercice", "Exercices", "Hypothèse", "Hypothèses", "Démonstration", "Démonstrations", "Remarque", "Remarques", "Solution", "Solutions"),
        Chapter = "Chapitre", Chapters = "Chapitres", Appendix = "Annexe", Appendices = "Annexes", Part = "Partie", Parts = "Parties",
        Section = "Section", Sections = "Sections", Figure = "Figure", Figures = "Figures", Table = "Tableau", Tables = "Tableaux",
        Equation = "Équation", Equations = "Équations", Contents = "Table des matières", ListOfFigures = "Liste des figures",
        ListOfTables = "Liste des tableaux", Notes = "Notes", Note = "Remarque", Tip = "Astuce", Important = "Important",
        Warning = "Avertissement", Caution = "Attention", And = "et", LastOfSeveral = " et ", Continued = "suite", Cover = "Couverture",
        TitlePage = "Page de titre", Copyright = "Mentions légales", BackToReference = "Retour à l’appel", Page = "page", OfPrintEdition = " de l’édition imprimée",
        OfFullBook = " du livre complet", FromBook = "Extrait de {0}", PageOfAll = "page {0} sur {1}", Done = "fait", ToDo = "à faire", CitedIn = "Cité dans",
        NoteWord = "note", NotesWord = "notes", NotesWithoutSource = "Notes sans source :", Quotes = "«»",
        Months = ["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"],
    };

    /// <summary>Spanish.</summary>
    public static BookTerms Spanish => new()
    {
        Listing = "Listado", Listings = "Listados",
        Statements = CountedWord.Statements(
            "Teorema", "Teoremas", "Lema", "Lemas", "Corolario", "Corolarios", "Proposición", "Proposiciones", "Conjetura", "Conjeturas", "Definición", "Definiciones",
            "Ejemplo", "Ejemplos", "Ejercicio", "Ejercicios", "Hipótesis", "Hipótesis", "Demostración", "Demostraciones", "Observación", "Observaciones", "Solución", "Soluciones"),
        Chapter = "Capítulo", Chapters = "Capítulos", Appendix = "Apéndice", Appendices = "Apéndices", Part = "Parte", Parts = "Partes",
        Section = "Sección", Sections = "Secciones", Figure = "Figura", Figures = "Figuras", Table = "Tabla", Tables = "Tablas",
        Equation = "Ecuación", Equations = "Ecuaciones", Contents = "Índice", ListOfFigures = "Índice de figuras",
        ListOfTables = "Índice de tablas", Notes = "Notas", Note = "Nota", Tip = "Consejo", Important = "Importante", Warning = "Advertencia",
        Caution = "Precaución", And = "y", LastOfSeveral = " y ", Continued = "continuación", Cover = "Cubierta", TitlePage = "Portada",
        Copyright = "Créditos", BackToReference = "Volver a la llamada", Page = "página", OfPrintEdition = " de la edición impresa",
        OfFullBook = " del libro completo", FromBook = "De {0}", PageOfAll = "página {0} de {1}", Done = "hecho", ToDo = "pendiente", CitedIn = "Citado en", NoteWord = "nota", NotesWord = "notas",
        NotesWithoutSource = "Notas sin fuente:", Quotes = "«»", DateForm = "{0} de {1} de {2}",
        Months = ["enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre"],
    };
}
