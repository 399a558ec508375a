namespace IntercomRag.Simulator.Control;

/// <param name="Rating">1 to 5.</param>
public sealed record RatingRequest(int Rating, string? Remark);
