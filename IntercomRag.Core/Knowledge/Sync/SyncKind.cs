namespace IntercomRag.Core.Knowledge.Sync;

public enum SyncKind
{
    /// <summary>Every article, and a sweep of what is gone.</summary>
    Full,

    /// <summary>The articles that were edited last.</summary>
    Reconcile,

    /// <summary>One article, after a webhook.</summary>
    Article,
}
