namespace IntercomRag.Benchmarks.Attacks;

/// <summary>What the customer got.</summary>
internal enum TurnEnd
{
    Answered,

    /// <summary>A question back, the offer of a human, or thanks.</summary>
    Asked,
    HandedOver,

    /// <summary>Nothing at all.</summary>
    Nothing,
}
