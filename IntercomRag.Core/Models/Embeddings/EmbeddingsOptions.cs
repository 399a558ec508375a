using System.ComponentModel.DataAnnotations;
using IntercomRag.Core.Models.Recording;

namespace IntercomRag.Core.Models.Embeddings;

/// <summary>
/// Section <c>Embeddings</c>: what makes vectors of texts. Without <see cref="Endpoint"/> and <see cref="Name"/> passages are found by words alone.
/// </summary>
public sealed class EmbeddingsOptions
{
    public const string Section = "Embeddings";

    /// <summary>Address of a server that speaks OpenAI's embeddings, up to and without <c>/embeddings</c>; as <see cref="ModelOptions.Endpoint"/>. Default none.</summary>
    public string? Endpoint { get; set; }

    /// <summary>Name of the model, on Azure of the deployment. Default none. Another one is another index: all articles are embedded again.</summary>
    public string? Name { get; set; }

    /// <summary>Default none.</summary>
    public string? ApiKey { get; set; }

    /// <summary>As <see cref="ModelOptions.KeyHeader"/>.</summary>
    [RegularExpression("[A-Za-z0-9-]+")]
    public string KeyHeader { get; set; } = OpenAi.KeyPolicy.BearerHeader;

    /// <summary>Length of the vectors, for models that can shorten them. Default none: the model's own length.</summary>
    [Range(8, 16_384)]
    public int? Dimensions { get; set; }

    /// <summary>Texts of one request. Default 32: passages of a thousand characters stay below the 16,384 tokens that Mistral takes at once.</summary>
    [Range(1, 2048)]
    public int BatchSize { get; set; } = 32;

    /// <summary>Requests a minute that this process sends at most, evenly spread. Default none; hosted models publish one for each plan.</summary>
    [Range(1, 1_000_000)]
    public int? RequestsPerMinute { get; set; }

    /// <summary>
    /// How long one request may take, with all attempts. Default 15 s: half of <c>Turns:AnswerWithin</c>, so that a question whose vector is slow is
    /// searched by words.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "00:10:00")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>How long opening a connection may take. Default 3 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "00:01:00")]
    public TimeSpan ConnectTimeout { get; set; } = TimeSpan.FromSeconds(3);

    /// <summary>Tries of a request whose server refuses for now or breaks off. Default 3.</summary>
    [Range(1, 10)]
    public int Attempts { get; set; } = 3;

    /// <summary>Wait before the second try when the server names none; doubles with each further one. Default 0.5 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "00:00:30")]
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromMilliseconds(500);

    /// <summary>The longest wait that a server may ask for; with a longer one the request fails at once. Default 5 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:05:00")]
    public TimeSpan LongestWait { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How long a server is left alone after it kept failing. Default 15 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.500", "00:10:00")]
    public TimeSpan BreakTime { get; set; } = TimeSpan.FromSeconds(15);

    public RecordingOptions Recording { get; set; } = new();

    /// <summary>Whether vectors can be had: from a server, or from a file of recorded ones.</summary>
    public bool IsConfigured =>
        !string.IsNullOrWhiteSpace(Name) && (!string.IsNullOrWhiteSpace(Endpoint) || Recording.Mode == RecordingMode.Replay);
}
