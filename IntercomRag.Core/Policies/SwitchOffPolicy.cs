namespace IntercomRag.Core.Policies;

/// <param name="Tags">The assistant keeps out of conversations and away from contacts that carry one of these tags.</param>
/// <param name="Teams">The assistant keeps out of conversations assigned to one of these teams (names).</param>
public sealed record SwitchOffPolicy(IReadOnlyList<string> Tags, IReadOnlyList<string> Teams);
