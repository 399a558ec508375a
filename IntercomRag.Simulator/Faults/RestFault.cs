namespace IntercomRag.Simulator.Faults;

/// <summary>What goes wrong with one REST request. "Before" and "after" say whether its effect had taken place by then.</summary>
public enum RestFault
{
    None,
    TooManyRequests,
    ServerErrorBefore,
    ServerErrorAfter,
    TimeoutBefore,
    TimeoutAfter,
    ResetBefore,
    ResetAfter,
    SlowBefore,
    SlowAfter,
    HalfAnswer,
    BrokenJson,
}
