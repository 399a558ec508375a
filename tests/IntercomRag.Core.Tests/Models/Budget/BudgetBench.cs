using IntercomRag.Core.Conversations.Inbox;
using IntercomRag.Core.Models;
using IntercomRag.Core.Models.Budget;
using IntercomRag.Core.Storage;
using IntercomRag.Testing;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace IntercomRag.Core.Tests.Models.Budget;

/// <summary>A budget over a ledger that can be switched off.</summary>
internal sealed class BudgetBench : IModelLedger
{
    private readonly MemoryLedger _ledger = new();

    public BudgetBench(Action<ModelOptions>? configure = null)
    {
        var options = new ModelOptions
        {
            Endpoint = "http://localhost/v1", Name = "small", InputPrice = 1, OutputPrice = 10, TokensPerTurn = 1_000, TokensPerConversation = 5_000, MoneyPerDay = 0.01m,
        };
        configure?.Invoke(options);
        Budget = new ModelBudget(this, Options.Create(options), Time, NullLogger<ModelBudget>.Instance);
    }

    public FakeTimeProvider Time { get; } = new();

    public ModelBudget Budget { get; }

    public bool IsDown { get; set; }

    public DateOnly Today => DateOnly.FromDateTime(Time.GetUtcNow().UtcDateTime);

    public async Task<LedgerTotals> TotalsAsync(string conversation = "215") =>
        await _ledger.AddAsync(Today, new SubjectKey("demo", conversation), 0, 0, default);

    public TurnAllowance NewTurn() => new(Time, TimeSpan.FromSeconds(20));

    public Task<Reservation> ReserveAsync(ModelQuestion question, TokenCount tokens) =>
        Budget.ReserveAsync(question, tokens, TestContext.Current.CancellationToken);

    public async Task<long> MoneyAsync(DateOnly day) => (await _ledger.AddAsync(day, null, 0, 0, default)).DayMoney;

    public Task<LedgerTotals> AddAsync(DateOnly day, SubjectKey? conversation, long tokens, long money, CancellationToken cancellationToken) =>
        IsDown ? throw Down() : _ledger.AddAsync(day, conversation, tokens, money, cancellationToken);

    private static StorageUnavailableException Down() => new("down", new TimeoutException());
}
