using IntercomRag.Core.Conversations.Inbox;
using IntercomRag.Core.Knowledge.Sync;

namespace IntercomRag.Worker;

/// <summary>
/// Handles the article webhooks that wait for one article: whatever they say, the article is read as it is now. A burst of edits is one read.
/// </summary>
public sealed class ArticleChangeHandler(KnowledgeSync sync) : ILeaseHandler
{
    public async Task<LeaseResult> HandleAsync(InboxLease lease, CancellationToken cancellationToken)
    {
        await sync.SyncArticleAsync(lease.Subject.Id, cancellationToken);
        return LeaseResult.Done;
    }
}
