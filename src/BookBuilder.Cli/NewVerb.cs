using System.CommandLine;
using BookBuilder.Starting;

namespace BookBuilder.Cli;

/// <summary>The verb <c>new</c>: a small book to begin with. It asks nothing.</summary>
internal static class NewVerb
{
    public static Command Create(CommandEnvironment environment)
    {
        var name = new Argument<string>("NAME") { Description = "The folder to make; the book's title is made of its name." };
        var verb = new Command("new", "Begins a book: a small one that builds, and shows what a book can have.") { name };
        verb.SetAction(parsed => Run(parsed.GetValue(name)!, environment));
        return verb;
    }

    private static int Run(string name, CommandEnvironment environment)
    {
        string folder = Path.Combine(environment.CurrentFolder, name);
        if (name.Trim().Length == 0 || !NewBook.IsFree(folder))
        {
            environment.Error.WriteLine(name.Trim().Length == 0 ? "bookbuilder: a new book needs a name"
                : File.Exists(folder) ? $"bookbuilder: '{name}' is a file; choose another name"
                : $"bookbuilder: the folder '{name}' is not empty; choose another name, or an empty folder");
            return CommandLine.Misused;
        }
        try
        {
            foreach (string file in NewBook.Write(folder)) environment.Output.WriteLine($"  {Path.Combine(name, file)}");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            environment.Error.WriteLine($"bookbuilder: '{name}' cannot be made: {exception.Message.TrimEnd('.')}");
            return CommandLine.Failed;
        }
        string spoken = name.Contains(' ') ? $"\"{name}\"" : name;
        environment.Output.WriteLine($"begun; now build it, and read what comes out: bookbuilder build {spoken}");
        return CommandLine.Fine;
    }
}
