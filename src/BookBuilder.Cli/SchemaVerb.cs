using System.CommandLine;
using BookBuilder.Manifest;

namespace BookBuilder.Cli;

/// <summary>The verb <c>schema</c>: what editors need to help with book.yml.</summary>
internal static class SchemaVerb
{
    public static Command Create(CommandEnvironment environment)
    {
        var verb = new Command("schema", "Prints the JSON Schema of book.yml, for editors.");
        verb.SetAction(_ =>
        {
            environment.Output.Write(ManifestSchema.Json());
            return CommandLine.Fine;
        });
        return verb;
    }
}
