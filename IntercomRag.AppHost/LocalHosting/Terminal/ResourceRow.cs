namespace IntercomRag.AppHost.LocalHosting.Terminal;

/// <summary>A line of the table of resources.</summary>
/// <param name="Name">The resource.</param>
/// <param name="State">How it is.</param>
/// <param name="Place">Where it is: its URL, or the file it consists of.</param>
internal sealed record ResourceRow(string Name, ResourceState State, string Place);
