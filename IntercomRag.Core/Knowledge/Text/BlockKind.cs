namespace IntercomRag.Core.Knowledge.Text;

public enum BlockKind
{
    Heading,
    Paragraph,

    /// <summary>A line is an item, with its bullet or number and two spaces a level in front.</summary>
    List,

    /// <summary>A line is a row, its cells separated by <c> | </c>.</summary>
    Table,

    /// <summary>A line starts with <c>&gt; </c>.</summary>
    Callout,

    /// <summary>A line is a line of code, spaces kept, without the fence around it.</summary>
    Code,
}
