namespace IntercomRag.EndToEnd.Tests.Workspace;

/// <param name="Type"><c>user</c>, <c>lead</c>, <c>admin</c>, <c>bot</c> or <c>team</c>.</param>
internal sealed record Person(string Type, string Id, string? Name)
{
    public const string Assistant = "9001";
    public const string Camille = "9002";

    public const string Support = "5001";
    public const string Billing = "5002";
    public const string Technical = "5003";
}
