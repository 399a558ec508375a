namespace IntercomRag.Core.CatchUp;

/// <summary>Which conversations a round looks at.</summary>
/// <param name="Workspace">Intercom's <c>app_id</c>.</param>
/// <param name="From">Changed then or later, by Intercom's clock.</param>
/// <param name="End">Left alone since then; what changed later is the next round's.</param>
public sealed record CatchUpWindow(string Workspace, DateTimeOffset From, DateTimeOffset End);
