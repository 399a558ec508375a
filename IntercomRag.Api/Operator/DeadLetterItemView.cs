namespace IntercomRag.Api.Operator;

/// <summary>One webhook of a dead letter.</summary>
public sealed record DeadLetterItemView(string Topic, DateTimeOffset CreatedAt, DateTimeOffset ReceivedAt);
