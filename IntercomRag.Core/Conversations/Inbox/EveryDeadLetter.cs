namespace IntercomRag.Core.Conversations.Inbox;

/// <summary>The dead letters of several inboxes as one, for operators.</summary>
public sealed class EveryDeadLetter(IReadOnlyList<IDeadLetters> inboxes) : IDeadLetters
{
    public async Task<IReadOnlyList<DeadLetter>> ReadAsync(int limit, CancellationToken cancellationToken)
    {
        var letters = await Task.WhenAll(inboxes.Select(inbox => inbox.ReadAsync(limit, cancellationToken)));
        return [.. letters.SelectMany(l => l).OrderByDescending(letter => letter.At).Take(limit)];
    }

    public async Task<DeadLetter?> FindAsync(string id, CancellationToken cancellationToken)
    {
        foreach (var inbox in inboxes)
        {
            if (await inbox.FindAsync(id, cancellationToken) is { } letter)
            {
                return letter;
            }
        }

        return null;
    }

    public async Task<RedriveResult> RedriveAsync(string id, CancellationToken cancellationToken)
    {
        foreach (var inbox in inboxes)
        {
            if (await inbox.RedriveAsync(id, cancellationToken) is var result and not RedriveResult.NotFound)
            {
                return result;
            }
        }

        return RedriveResult.NotFound;
    }

    public async Task<int> RedriveAllAsync(CancellationToken cancellationToken) =>
        (await Task.WhenAll(inboxes.Select(inbox => inbox.RedriveAllAsync(cancellationToken)))).Sum();

    public async Task<bool> DiscardAsync(string id, CancellationToken cancellationToken)
    {
        foreach (var inbox in inboxes)
        {
            if (await inbox.DiscardAsync(id, cancellationToken))
            {
                return true;
            }
        }

        return false;
    }
}
