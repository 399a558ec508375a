using IntercomRag.Core.Conversations.Inbox;

namespace IntercomRag.Core.Models.Budget;

/// <summary>For a process that shares its budget with none, such as an evaluation.</summary>
public sealed class MemoryLedger : IModelLedger
{
    private readonly Lock _gate = new();
    private readonly Dictionary<SubjectKey, long> _tokens = [];
    private readonly Dictionary<DateOnly, long> _money = [];

    public Task<LedgerTotals> AddAsync(DateOnly day, SubjectKey? conversation, long tokens, long money, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            var ofDay = _money[day] = _money.GetValueOrDefault(day) + money;
            var ofConversation = conversation is { } key ? _tokens[key] = _tokens.GetValueOrDefault(key) + tokens : 0;
            return Task.FromResult(new LedgerTotals(ofConversation, ofDay));
        }
    }
}
