namespace IntercomRag.Core.Models.Budget;

/// <summary>What one turn may still ask of a model. Made by the turn and handed along with each of its questions.</summary>
/// <param name="within">How long all questions of the turn together may take, from now on.</param>
public sealed class TurnAllowance(TimeProvider time, TimeSpan within)
{
    private readonly long _start = time.GetTimestamp();
    private long _tokens;

    /// <summary>Not below zero.</summary>
    public TimeSpan TimeLeft => within - time.GetElapsedTime(_start) is { Ticks: > 0 } left ? left : TimeSpan.Zero;

    /// <summary>Tokens used, those included that are held back for questions under way.</summary>
    public long TokensUsed => Interlocked.Read(ref _tokens);

    /// <returns>Tokens used before.</returns>
    internal long Add(long tokens) => Interlocked.Add(ref _tokens, tokens) - tokens;
}
