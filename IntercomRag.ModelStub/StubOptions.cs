using System.ComponentModel.DataAnnotations;
using IntercomRag.ModelStub.Behaviours;

namespace IntercomRag.ModelStub;

/// <summary>Section <c>ModelStub</c>.</summary>
public sealed class StubOptions
{
    public const string Section = "ModelStub";

    /// <summary>Key that callers must send, as a bearer token or as <c>api-key</c>. Default none: any is taken.</summary>
    public string? ApiKey { get; set; }

    /// <summary>How it behaves until told otherwise, such as <c>rate_limited</c>. Default <see cref="BehaviourKind.Honest"/>.</summary>
    public string Behaviour { get; set; } = "honest";

    /// <summary>Wait of <see cref="BehaviourKind.Slow"/>. Default 30 s: longer than anybody waits for an answer.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "01:00:00")]
    public TimeSpan SlowBy { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Seconds of <c>Retry-After</c> of <see cref="BehaviourKind.RateLimited"/>. Default 1.</summary>
    [Range(0, 86_400)]
    public int RetryAfter { get; set; } = 1;

    /// <summary>Length of vectors whose length nobody asks for. Default 256.</summary>
    [Range(8, 16_384)]
    public int Dimensions { get; set; } = 256;
}
