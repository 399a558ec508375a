using IntercomRag.Core.Models.Structure;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace IntercomRag.Core.Models;

/// <summary>Asks the configured model through its chain of clients; see <see cref="ModelRegistration"/>.</summary>
internal sealed partial class ChatModel(IChatClient client, IOptions<ModelOptions> options, TimeProvider time, ILogger<ChatModel> logger) : IModel
{
    public bool IsConfigured => true;

    public async Task<ModelAnswer<T>> AskAsync<T>(ModelQuestion question, CancellationToken cancellationToken)
        where T : class
    {
        // Each question has its own patience; together they have that of the turn.
        var left = question.Turn?.TimeLeft ?? Timeout.InfiniteTimeSpan;
        if (left == TimeSpan.Zero)
        {
            return new ModelAnswer<T>(null, ModelFailure.TooSlow);
        }

        using var late = new CancellationTokenSource(left, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, late.Token);
        ChatMessage[] messages = [new(ChatRole.System, question.Prompt.Instructions), new(ChatRole.User, question.Prompt.Input)];
        try
        {
            var response = await client.GetResponseAsync(
                messages, new ModelCall(question, AnswerForm<T>.Instance).ToOptions(options.Value.Name!), either.Token);
            return AnswerForm<T>.Read(response) is { } value
                ? new ModelAnswer<T>(value, null, response.Usage)
                : Fail<T>(question, ModelFailure.Unreadable, response.Usage);
        }
        catch (OperationCanceledException) when (late.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return Fail<T>(question, ModelFailure.TooSlow, new ModelException(ModelFailure.TooSlow, "The time that a turn gives a model is over."));
        }
        catch (ModelException exception)
        {
            return Fail<T>(question, exception.Failure, exception);
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            // A defect of ours or of the package: a turn goes on without a model, and the log says why.
            return Fail<T>(question, ModelFailure.Unavailable, exception);
        }
    }

    private ModelAnswer<T> Fail<T>(ModelQuestion question, ModelFailure failure, UsageDetails? usage)
        where T : class
    {
        LogUnreadable(question.Prompt.Name, failure);
        return new ModelAnswer<T>(null, failure, usage);
    }

    private ModelAnswer<T> Fail<T>(ModelQuestion question, ModelFailure failure, Exception exception)
        where T : class
    {
        if (exception is not ModelException)
        {
            LogDefect(question.Prompt.Name, exception);
        }
        else if (failure != ModelFailure.CircuitOpen && failure != ModelFailure.BudgetSpent)
        {
            LogFailed(question.Prompt.Name, failure, exception.Message);
        }

        return new ModelAnswer<T>(null, failure);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The model gave no answer to '{Prompt}' ({Failure}): {Reason}")]
    private partial void LogFailed(string prompt, ModelFailure failure, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The model's answer to '{Prompt}' is not in the form that was asked for ({Failure})")]
    private partial void LogUnreadable(string prompt, ModelFailure failure);

    [LoggerMessage(Level = LogLevel.Error, Message = "Asking the model '{Prompt}' failed")]
    private partial void LogDefect(string prompt, Exception exception);
}
