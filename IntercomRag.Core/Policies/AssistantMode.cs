namespace IntercomRag.Core.Policies;

public enum AssistantMode
{
    /// <summary>The assistant replies to the customer.</summary>
    Automatic,

    /// <summary>The assistant writes its draft as a note for the agent and changes nothing else.</summary>
    Suggestion,
}
