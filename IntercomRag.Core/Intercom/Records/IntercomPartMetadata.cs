namespace IntercomRag.Core.Intercom.Records;

/// <summary>The data of quick replies (2.14 and later): the options on the offer, the choice on the customer's comment.</summary>
public sealed record IntercomPartMetadata
{
    public IReadOnlyList<IntercomQuickReplyOption> QuickReplyOptions { get; init; } = [];

    /// <summary>Id of the chosen option, under the name that the description gives it.</summary>
    public string? QuickReplyUuid { get; init; }

    /// <summary>The same, under the name that the change log gives it.</summary>
    public string? QuickReplyOptionUuid { get; init; }

    /// <summary>Id of the option that the customer chose, or null.</summary>
    public string? ChosenOptionId => QuickReplyUuid ?? QuickReplyOptionUuid;
}
