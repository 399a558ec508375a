namespace IntercomRag.Simulator.Control;

/// <param name="Locale">One language; absent for all of them.</param>
public sealed record ArticleStateRequest(string? Locale);
