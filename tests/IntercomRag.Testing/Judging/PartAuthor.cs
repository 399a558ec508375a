namespace IntercomRag.Testing.Judging;

public enum PartAuthor
{
    Customer,

    /// <summary>The product.</summary>
    Assistant,

    /// <summary>A teammate.</summary>
    Human,

    /// <summary>Another bot.</summary>
    Machine,
}
