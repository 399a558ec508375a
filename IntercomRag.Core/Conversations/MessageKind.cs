namespace IntercomRag.Core.Conversations;

public enum MessageKind
{
    /// <summary>Something the customer can read, or wrote. Also the text that came with an assignment or a close.</summary>
    Message,

    /// <summary>Only teammates see it.</summary>
    Note,

    /// <summary>A change of assignee without a public text.</summary>
    Assignment,

    /// <summary>Buttons offered to the customer, without a text of their own.</summary>
    Options,

    /// <summary>Everything else without a public text: opened, closed, snoozed, tagged, attributes.</summary>
    Event,
}
