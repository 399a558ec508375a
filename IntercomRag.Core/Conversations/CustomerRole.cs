namespace IntercomRag.Core.Conversations;

public enum CustomerRole
{
    Visitor,
    Lead,
    User,
}
