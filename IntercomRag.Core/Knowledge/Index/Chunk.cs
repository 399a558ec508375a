namespace IntercomRag.Core.Knowledge.Index;

/// <summary>A passage of an article.</summary>
/// <param name="Ordinal">Position in the article, from 0.</param>
/// <param name="HeadingPath">Headings above the passage, outermost first; without the article's title.</param>
/// <param name="Text">
/// Plain text in blocks that are separated by a blank line: a heading inside the chunk (<c># text</c>, one mark more
/// for each level below the first); a paragraph, in which a line break of the article stays; a list (<c>- item</c> or <c>1. step</c>, two spaces deeper
/// for each level); a table (<c>cell | cell</c> a row, the header row first); a callout (<c>&gt; text</c>); code (between lines of three
/// backticks). A link to a page reads <c>label (url)</c>, an image with words of its own <c>[words]</c>.
/// </param>
public sealed record Chunk(int Ordinal, IReadOnlyList<string> HeadingPath, string Text);
