namespace IntercomRag.Eval.Recorded;

/// <summary>Who the role <c>agent</c> of a recorded conversation is.</summary>
public enum AgentRole
{
    /// <summary>A human when the file also has <c>bot</c> turns, which are the assistant's; else the assistant, whose part the data set's agent plays.</summary>
    Auto,

    Human,

    Assistant,
}
