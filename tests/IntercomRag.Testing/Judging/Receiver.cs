namespace IntercomRag.Testing.Judging;

/// <summary>Whom a part gives the conversation to.</summary>
public enum Receiver
{
    /// <summary>The part is no assignment, or takes the assignee away.</summary>
    None,
    Assistant,
    Teammate,
    Team,
}
