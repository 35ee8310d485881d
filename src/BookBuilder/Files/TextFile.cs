namespace BookBuilder.Files;

/// <summary>A file that is to be written, as text.</summary>
/// <param name="Path">Relative to the folder it goes to, with forward slashes.</param>
/// <param name="Text">What it holds, with U+000A as line end; written as UTF-8.</param>
public sealed record TextFile(string Path, string Text);
