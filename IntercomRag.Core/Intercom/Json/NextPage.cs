namespace IntercomRag.Core.Intercom.Json;

/// <summary>Where a list goes on: by number or by cursor. Never an address: following one could leak the token to another host.</summary>
internal sealed record NextPage(int? Page, string? StartingAfter);
