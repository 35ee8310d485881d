using System.Text;
using BookBuilder.Files;

namespace BookBuilder.Cli;

/// <summary>Writes a file for other programs where the user wants it: whole or not at all.</summary>
internal static class WrittenFile
{
    /// <summary>What stands for the standard output.</summary>
    public const string Output = "-";

    /// <summary>Writes it; what is in the way is told.</summary>
    /// <param name="file">The file as the user named it; "-" for the standard output.</param>
    /// <param name="write">Writes it, in UTF-8.</param>
    /// <returns>Whether it is written.</returns>
    public static bool Write(string file, Action<Stream> write, CommandEnvironment environment)
    {
        if (file == Output)
        {
            using MemoryStream text = new();
            write(text);
            environment.Output.Write(Encoding.UTF8.GetString(text.ToArray()));
            return true;
        }
        try
        {
            string path = Path.GetFullPath(file, environment.CurrentFolder);
            using PendingOutput pending = new FolderOutputs(Path.GetDirectoryName(path) ?? path).Begin(Path.GetFileName(path));
            write(pending.Stream);
            pending.Finish();
            pending.Commit();
            return true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            environment.Error.WriteLine($"bookbuilder: '{file}' cannot be written: {exception.Message.TrimEnd('.')}");
            return false;
        }
    }
}
