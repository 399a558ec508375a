namespace IntercomRag.Core.Intercom.Records;

/// <summary>Values of <c>part_type</c> that mean something to us. Intercom has many more and adds to them.</summary>
public static class IntercomPartTypes
{
    public const string Comment = "comment";

    /// <summary>Only teammates see it.</summary>
    public const string Note = "note";

    public const string Assignment = "assignment";

    /// <summary>Options offered to the customer; without a body.</summary>
    public const string QuickReply = "quick_reply";

    public const string Open = "open";

    public const string Close = "close";

    public const string Snoozed = "snoozed";
}
