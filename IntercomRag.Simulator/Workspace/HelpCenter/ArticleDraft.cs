namespace IntercomRag.Simulator.Workspace.HelpCenter;

/// <summary>New values of one language of an article; null leaves what is there.</summary>
public sealed record ArticleDraft(string Locale, string? Title = null, string? Description = null, string? Body = null, string? State = null, string? AuthorId = null);
