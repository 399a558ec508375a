using IntercomRag.Core.Storage;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace IntercomRag.Core.Models.Budget;

/// <summary>
/// Keeps to the tokens of a turn and of a conversation and to the money of a day. A question holds back the most that it may use before it is asked,
/// and is refused once a budget is used up: questions that are asked side by side can overspend by one answer, never by all of theirs.
/// </summary>
public sealed partial class ModelBudget(
    IModelLedger ledger, IOptions<ModelOptions> options, TimeProvider time, ILogger<ModelBudget> logger)
{
    private const decimal Millionths = 1_000_000;

    private readonly ModelOptions _options = options.Value;

    private DateOnly Today => DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);

    private long MoneyPerDay => _options.MoneyPerDay is { } money ? (long)(money * Millionths) : long.MaxValue;

    /// <exception cref="ModelException">
    /// <see cref="ModelFailure.BudgetSpent"/>, or <see cref="ModelFailure.Unavailable"/> when the counters cannot be reached: money that
    /// nobody counts is not spent.
    /// </exception>
    internal async Task<Reservation> ReserveAsync(ModelQuestion? question, TokenCount tokens, CancellationToken cancellationToken)
    {
        var reservation = new Reservation(Today, question?.Conversation, question?.Turn, tokens, tokens.Price(_options));
        if (reservation.Turn?.Add(tokens.Total) >= _options.TokensPerTurn)
        {
            reservation.Turn.Add(-tokens.Total);
            throw Spent("tokens of the turn");
        }

        try
        {
            var now = await ledger.AddAsync(reservation.Day, reservation.Conversation, tokens.Total, reservation.Money, cancellationToken);
            var spent = now.ConversationTokens - tokens.Total >= _options.TokensPerConversation ? "tokens of the conversation"
                : now.DayMoney - reservation.Money >= MoneyPerDay ? "money of the day"
                : null;
            if (spent is null)
            {
                return reservation;
            }

            await SettleAsync(reservation, default);
            throw Spent(spent);
        }
        catch (StorageUnavailableException exception)
        {
            reservation.Turn?.Add(-tokens.Total);
            throw new ModelException(ModelFailure.Unavailable, "The counters of the model's budget cannot be reached.", exception);
        }
    }

    /// <summary>Replaces what was held back by what was used. Must happen whatever became of the question, so it cannot be cancelled.</summary>
    internal async Task SettleAsync(Reservation reservation, TokenCount used)
    {
        var tokens = used.Total - reservation.Tokens.Total;
        var money = used.Price(_options) - reservation.Money;
        reservation.Turn?.Add(tokens);
        if (tokens == 0 && money == 0)
        {
            return;
        }

        try
        {
            await ledger.AddAsync(reservation.Day, reservation.Conversation, tokens, money, CancellationToken.None);
        }
        catch (StorageUnavailableException exception)
        {
            // What was held back stays counted.
            LogNotSettled(exception);
        }
    }

    private ModelException Spent(string what)
    {
        LogSpent(what);
        return new ModelException(ModelFailure.BudgetSpent, $"The {what} are used up.");
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "A model is not asked: the {What} are used up")]
    private partial void LogSpent(string what);

    [LoggerMessage(Level = LogLevel.Warning, Message = "What a model has used could not be counted; the estimate stays counted")]
    private partial void LogNotSettled(Exception exception);
}
