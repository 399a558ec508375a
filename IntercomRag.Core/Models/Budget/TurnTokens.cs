namespace IntercomRag.Core.Models.Budget;

/// <summary>Counts the tokens of one turn. Made by the turn and handed along with each of its questions.</summary>
public sealed class TurnTokens
{
    private long _used;

    /// <summary>Tokens used, those included that are held back for questions under way.</summary>
    public long Used => Interlocked.Read(ref _used);

    /// <returns>Tokens used before.</returns>
    internal long Add(long tokens) => Interlocked.Add(ref _used, tokens) - tokens;
}
