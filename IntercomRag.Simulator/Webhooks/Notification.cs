using System.Text.Json.Nodes;

namespace IntercomRag.Simulator.Webhooks;

/// <summary>One notification on its way.</summary>
/// <param name="Id">Null on pings.</param>
/// <param name="SubjectId">Id of the conversation or article; notifications of one subject share a lane.</param>
/// <param name="Item">What <c>data.item</c> holds, as it was when the event happened.</param>
/// <param name="Attempt">1, or 2 for the retry.</param>
public sealed record Notification(string? Id, string AppId, string Topic, string SubjectId, DateTimeOffset CreatedAt, JsonObject Item, int Attempt = 1);
