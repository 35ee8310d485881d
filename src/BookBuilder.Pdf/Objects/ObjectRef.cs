namespace BookBuilder.Pdf.Objects;

/// <summary>The number of an indirect object; its generation is always 0.</summary>
internal readonly record struct ObjectRef(int Number);
