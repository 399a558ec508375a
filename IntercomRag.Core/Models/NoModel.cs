namespace IntercomRag.Core.Models;

/// <summary>The embedded default: words, statistics and quotations alone.</summary>
public sealed class NoModel : IModel
{
    public bool IsConfigured => false;

    public Task<ModelAnswer<T>> AskAsync<T>(ModelQuestion question, CancellationToken cancellationToken)
        where T : class => Task.FromResult(new ModelAnswer<T>(null, ModelFailure.Off));
}
