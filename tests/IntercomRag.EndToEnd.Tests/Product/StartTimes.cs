using System.Diagnostics;

namespace IntercomRag.EndToEnd.Tests.Product;

/// <summary>How long a start with an empty data folder took, from the start of the app host's process.</summary>
internal sealed class StartTimes(Stopwatch clock)
{
    public Stopwatch Clock => clock;

    /// <summary>All services healthy.</summary>
    public TimeSpan Ready { get; set; }

    /// <summary>The Help Center is in the index.</summary>
    public TimeSpan Synced { get; set; }

    /// <summary>The first customer has a reply.</summary>
    public TimeSpan FirstReply { get; set; }
}
