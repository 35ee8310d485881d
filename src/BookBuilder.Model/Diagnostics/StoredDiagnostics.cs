using System.Collections.Immutable;
using BookBuilder.Model.Memories;

namespace BookBuilder.Model.Diagnostics;

/// <summary>Writes what was said, to be said again by another process.</summary>
public static class StoredDiagnostics
{
    /// <summary>Writes a diagnostic.</summary>
    public static void Write(StoredWriter to, Diagnostic said)
    {
        to.Word(said.Code).Byte((byte)said.Severity).Text(said.Message).Word(said.Span.Path);
        Write(to, said.Span.Start);
        Write(to, said.Span.End);
        to.Number(said.Hints.Length);
        foreach (string hint in said.Hints) to.Text(hint);
        to.Text(said.Page);
    }

    /// <summary>Reads it again.</summary>
    /// <exception cref="InvalidDataException">Something else is there.</exception>
    public static Diagnostic Read(StoredReader from)
    {
        string code = from.Word();
        Severity severity = (Severity)from.Byte() is <= Severity.Error and var known ? known : throw StoredReader.Malformed();
        string message = from.Text(), path = from.Word();
        SourceSpan span = new(path, Position(from), Position(from));
        var hints = ImmutableArray.CreateBuilder<string>();
        for (int left = from.Count(); left > 0; left--) hints.Add(from.Text());
        return Problems.Again(code, severity, message, span, hints.ToImmutable()) with { Page = from.OptionalText() };
    }

    private static void Write(StoredWriter to, SourcePosition place) => to.Number(place.Line).Number(place.Column);

    private static SourcePosition Position(StoredReader from) => new(from.Small(), from.Small());
}
