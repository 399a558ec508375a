namespace IntercomRag.Core.Intercom.Records;

/// <summary>What the customer thought of the conversation. The remark may come later than the score.</summary>
public sealed record IntercomRating
{
    /// <summary>1 to 5; null while the customer has only been asked.</summary>
    public int? Rating { get; init; }

    public string? Remark { get; init; }

    /// <summary>When the customer was asked.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    public IntercomReference? Teammate { get; init; }
}
