namespace IntercomRag.Core.Intercom.Records;

public sealed record IntercomQuickReplyOption
{
    public string? Uuid { get; init; }

    public string? Text { get; init; }
}
