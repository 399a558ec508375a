namespace IntercomRag.Core.Models;

/// <summary>Why a model gave nothing to go on. Written to traces in snake_case.</summary>
public enum ModelFailure
{
    /// <summary>No model is configured.</summary>
    Off,

    /// <summary>The tokens or the money of the turn, the conversation or the day are spent.</summary>
    BudgetSpent,

    /// <summary>No answer within the time that a turn gives it.</summary>
    TooSlow,

    /// <summary>The server refuses for now (429), after the attempts allowed.</summary>
    RateLimited,

    /// <summary>The server cannot be reached or fails (5xx, a broken connection, half an answer), after the attempts allowed.</summary>
    Unavailable,

    /// <summary>The server was failing a moment ago and is not asked.</summary>
    CircuitOpen,

    /// <summary>The server refuses the request itself (400, 401, 403, 404): a wrong key, model or setting.</summary>
    Refused,

    /// <summary>The answer is not in the form that was asked for.</summary>
    Unreadable,

    /// <summary>Replay was asked for an answer that was never recorded.</summary>
    NotRecorded,
}
