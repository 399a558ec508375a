namespace IntercomRag.Core.Policies;

/// <param name="RepliesPerHour">
/// Public replies in one conversation within an hour, after which the assistant falls silent there: two machines that answer each other
/// must end. Default 20, twice what <see cref="ThresholdPolicy.Exchanges"/> allows a person before a human takes over.
/// </param>
public sealed record LimitPolicy(int RepliesPerHour);
