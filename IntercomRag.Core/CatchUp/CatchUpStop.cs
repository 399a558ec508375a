namespace IntercomRag.Core.CatchUp;

/// <summary>A round ended before its window did; the next one begins the window again.</summary>
/// <param name="Problem">Why, in words that may be logged; null when nothing is wrong.</param>
public sealed record CatchUpStop(string? Problem)
{
    public static CatchUpStop InboxFull { get; } = new("The inbox is full.");

    /// <summary>As much as one round may put into the inbox.</summary>
    public static CatchUpStop LargestRound { get; } = new(Problem: null);

    /// <summary>This worker was so slow that another has begun.</summary>
    public static CatchUpStop TakenOver { get; } = new(Problem: null);
}
