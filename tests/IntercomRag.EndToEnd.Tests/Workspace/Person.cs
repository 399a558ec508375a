namespace IntercomRag.EndToEnd.Tests.Workspace;

/// <param name="Type"><c>user</c>, <c>lead</c>, <c>admin</c>, <c>bot</c> or <c>team</c>.</param>
internal sealed record Person(string Type, string Id, string? Name)
{
    /// <summary>The assistant's own teammate; <see cref="Camille"/> is a human one. Ids of the demo workspace.</summary>
    public const string Assistant = "9001";
    public const string Camille = "9002";

    /// <summary>A team; so is <see cref="Billing"/>.</summary>
    public const string Support = "5001";
    public const string Billing = "5002";
}
