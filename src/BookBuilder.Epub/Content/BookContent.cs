using BookBuilder.Epub.Package;
using BookBuilder.Model.Resolution;

namespace BookBuilder.Epub.Content;

/// <summary>What every page of the publication may ask for. Made once, then only read.</summary>
/// <param name="Book">The book.</param>
/// <param name="Places">Where everything stands.</param>
/// <param name="Pictures">The files of its pictures.</param>
/// <param name="Marks">Where printed pages begin.</param>
/// <param name="NoteElement">"aside" or "div".</param>
internal sealed record BookContent(ResolvedBook Book, Places Places, PictureFiles Pictures, PageMarks Marks, string NoteElement);

/// <summary>A finished page with what was learned in writing it.</summary>
/// <param name="Item">The file.</param>
/// <param name="Facts">What was counted.</param>
/// <param name="Marks">The page marks that stand in it, in order.</param>
internal sealed record FinishedPage(PackageItem Item, AccessibilityFacts Facts, IReadOnlyList<PlacedMark> Marks);
