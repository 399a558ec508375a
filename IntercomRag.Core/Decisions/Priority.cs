namespace IntercomRag.Core.Decisions;

/// <summary>How soon a human should look, once one has the conversation.</summary>
public enum Priority
{
    Low,
    Normal,
    High,
    Urgent,
}
