namespace IntercomRag.Core.Policies;

public enum ModelFallback
{
    /// <summary>Answers by quoting the best article, as without a model.</summary>
    Quote,

    /// <summary>Writes that quotation as a note for the team; the customer waits for a person.</summary>
    Suggest,

    /// <summary>Passes the conversation to a team.</summary>
    HandOver,
}
