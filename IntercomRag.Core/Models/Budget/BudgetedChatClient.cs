using Microsoft.Extensions.AI;

namespace IntercomRag.Core.Models.Budget;

/// <summary>Asks only what the budget pays for. Inside of the retries: each attempt is paid for.</summary>
internal sealed class BudgetedChatClient(IChatClient inner, ModelBudget budget) : WholeAnswerChatClient(inner)
{
    public override async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var asked = messages.ToList();
        var estimate = TokenCount.Estimate(asked, options);
        var reservation = await budget.ReserveAsync(ModelCall.Of(options)?.Question, estimate, cancellationToken);
        var used = estimate;
        try
        {
            var response = await InnerClient.GetResponseAsync(asked, options, cancellationToken);
            used = TokenCount.Of(response, estimate);
            return response;
        }
        catch (ModelException exception) when (!exception.MayBeCharged)
        {
            used = default;
            throw;
        }
        finally
        {
            // A question that was given up after it was sent counts for what it could have used: the server may have worked on.
            await budget.SettleAsync(reservation, used);
        }
    }
}
