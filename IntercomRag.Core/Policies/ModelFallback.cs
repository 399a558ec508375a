namespace IntercomRag.Core.Policies;

public enum ModelFallback
{
    /// <summary>Answers by quoting the best article, as without a model.</summary>
    Quote,

    /// <summary>Passes the conversation to a team.</summary>
    HandOver,
}
