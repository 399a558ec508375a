namespace IntercomRag.Core.Intercom.Webhooks;

/// <summary>How a message ends.</summary>
public enum MessageEnd
{
    /// <summary>With a word.</summary>
    None,

    /// <summary>With a full stop or an exclamation mark.</summary>
    Stop,

    Question,

    /// <summary>With a mark after which more is to come: comma, colon, dash, ellipsis.</summary>
    Open,
}
