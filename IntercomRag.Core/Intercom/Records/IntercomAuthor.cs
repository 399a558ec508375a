namespace IntercomRag.Core.Intercom.Records;

public sealed record IntercomAuthor
{
    /// <summary><c>user</c>, <c>lead</c> or <c>contact</c>; <c>admin</c>; <c>team</c>; <c>bot</c> (Operator, Fin, workflows).</summary>
    public string? Type { get; init; }

    public string? Id { get; init; }

    public string? Name { get; init; }

    /// <summary>Empty for most leads.</summary>
    public string? Email { get; init; }

    public bool FromAiAgent { get; init; }

    public bool IsAiAnswer { get; init; }
}
