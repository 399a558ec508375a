namespace IntercomRag.Core.Intercom.Records;

/// <summary>Points to a contact, admin or team.</summary>
public sealed record IntercomReference
{
    public string? Type { get; init; }

    public string? Id { get; init; }

    /// <summary>A contact's id in the customer's own system.</summary>
    public string? ExternalId { get; init; }
}
