using System.Reflection;
using System.Runtime.InteropServices;
using BookBuilder.Epub;
using BookBuilder.Fonts;
using BookBuilder.Graphics;
using BookBuilder.Markdown;
using BookBuilder.Mathematics;
using BookBuilder.Model.Memories;
using BookBuilder.Pdf;
using BookBuilder.Typesetting;

namespace BookBuilder.Building;

/// <summary>Tells one build of the program from another, so that nothing is taken that an older one made.</summary>
internal static class ProgramIdentity
{
    /// <summary>Something of each room that makes what is kept.</summary>
    private static readonly Type[] Rooms =
        [typeof(IShelf), typeof(TexReader), typeof(MarkdownReader), typeof(FontLibrary), typeof(Pictures), typeof(BookComposer), typeof(PdfDocument), typeof(EpubPublication), typeof(BuildStore)];

    /// <summary>The name of the program: of each room the identifier of its module, which the compiler makes of all that is in it; the runtime and the machine; and name, length and time of
    /// the files beside it, which are those of libraries, too.</summary>
    /// <remarks>A version is not enough: whoever works on the program builds it many times under one. Nor are the times of files: who packs reproducibly sets them to one and the same.</remarks>
    public static ContentKey Find()
    {
        StoredWriter from = new StoredWriter().Text(RuntimeInformation.FrameworkDescription).Text(RuntimeInformation.RuntimeIdentifier).Number((int)RuntimeInformation.ProcessArchitecture);
        foreach (Module module in Rooms.Select(static room => room.Module)) from.Text(module.ModuleVersionId.ToString());
        foreach (FileInfo file in Files()) from.Text(file.Name).Number(file.Length).Number(file.LastWriteTimeUtc.Ticks);
        return from.Key;
    }

    private static FileInfo[] Files()
    {
        try
        {
            IEnumerable<string> beside = Directory.EnumerateFiles(AppContext.BaseDirectory).Where(static f => Path.GetExtension(f).ToLowerInvariant() is ".dll" or ".so" or ".dylib" or ".exe");
            return [.. beside.Append(Environment.ProcessPath).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(static f => new FileInfo(f)).Where(static f => f.Exists)];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or System.Security.SecurityException)
        {
            return [];
        }
    }
}
