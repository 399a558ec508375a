namespace IntercomRag.Core.Conversations;

public enum AssigneeKind
{
    Nobody,
    Admin,
    Team,
}
