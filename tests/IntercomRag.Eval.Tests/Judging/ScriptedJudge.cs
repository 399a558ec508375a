using System.Collections.Concurrent;
using IntercomRag.Core.Models;
using IntercomRag.Eval.Judging;
using Microsoft.Extensions.AI;

namespace IntercomRag.Eval.Tests.Judging;

/// <summary>Gives the same score to everything, or fails in the same way.</summary>
internal sealed class ScriptedJudge(JudgeScore? score, ModelFailure? failure = null) : IModel
{
    public ConcurrentQueue<ModelQuestion> Asked { get; } = new();

    public bool IsConfigured => true;

    public Task<ModelAnswer<T>> AskAsync<T>(ModelQuestion question, CancellationToken cancellationToken)
        where T : class
    {
        Asked.Enqueue(question);
        return Task.FromResult(new ModelAnswer<T>(score as T, failure, new UsageDetails { InputTokenCount = 300, OutputTokenCount = 40, TotalTokenCount = 340 }));
    }
}
