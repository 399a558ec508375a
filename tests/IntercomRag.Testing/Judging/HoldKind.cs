namespace IntercomRag.Testing.Judging;

public enum HoldKind
{
    /// <summary>The assistant answers.</summary>
    Nobody,

    /// <summary>The assistant gave the conversation to a team.</summary>
    HandedOver,

    /// <summary>A teammate spoke or took it.</summary>
    Human,

    /// <summary>A teammate closed it.</summary>
    Closed,
}
