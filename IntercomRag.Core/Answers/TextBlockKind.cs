namespace IntercomRag.Core.Answers;

public enum TextBlockKind
{
    /// <summary><c># text</c>, one mark more for each level below the first.</summary>
    Heading,
    Paragraph,
    List,
    Table,
    Callout,
    Code,
}
