namespace IntercomRag.Core.Intercom.Records;

public sealed record IntercomCompany
{
    public required string Id { get; init; }

    public string? Name { get; init; }

    /// <summary>Id in the customer's own system.</summary>
    public string? CompanyId { get; init; }
}
