namespace IntercomRag.Core.Intercom.Records;

public sealed record IntercomAttachment
{
    public string? Name { get; init; }

    public string? ContentType { get; init; }

    /// <summary>Signed, and valid for some time only.</summary>
    public string? Url { get; init; }

    /// <summary>Bytes.</summary>
    public long? Filesize { get; init; }
}
