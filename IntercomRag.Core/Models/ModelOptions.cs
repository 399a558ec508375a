using System.ComponentModel.DataAnnotations;
using IntercomRag.Core.Models.Recording;

namespace IntercomRag.Core.Models;

/// <summary>
/// Section <c>Model</c>: which model is asked, how patiently, and what it may cost. Without <see cref="Endpoint"/> and <see cref="Name"/> there is no
/// model, and everything is done from words and statistics.
/// </summary>
public sealed class ModelOptions
{
    public const string Section = "Model";

    /// <summary>
    /// Address of a server that speaks OpenAI's chat completions, up to and without <c>/chat/completions</c>: <c>https://api.openai.com/v1</c>,
    /// <c>https://NAME.openai.azure.com/openai/v1</c>, <c>https://api.mistral.ai/v1</c>, <c>http://localhost:11434/v1</c> (Ollama). Default none.
    /// </summary>
    public string? Endpoint { get; set; }

    /// <summary>Name of the model, on Azure of the deployment. Default none.</summary>
    public string? Name { get; set; }

    /// <summary>Default none: servers on this machine mostly ask for no key.</summary>
    public string? ApiKey { get; set; }

    /// <summary>
    /// Header that carries the key. Default <c>Authorization</c>, which carries it as a bearer token; any other carries it as it is, such as
    /// <c>api-key</c> for a gateway in front of Azure.
    /// </summary>
    [RegularExpression("[A-Za-z0-9-]+")]
    public string KeyHeader { get; set; } = OpenAi.KeyPolicy.BearerHeader;

    /// <summary>
    /// How long one question may take, with all attempts. Default 20 s, as <c>Turns:ModelWithin</c>, which all questions of a turn have
    /// together.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>
    /// How long an answer may take to begin. Default 10 s: hosted models begin within two, one on a laptop reads a long prompt for several.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "00:10:00")]
    public TimeSpan FirstChunkTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How long an answer that has begun may pause. Default 5 s: after that the stream is dead.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "00:10:00")]
    public TimeSpan ChunkTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How long opening a connection may take. Default 3 s: a reachable host answers within one.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "00:01:00")]
    public TimeSpan ConnectTimeout { get; set; } = TimeSpan.FromSeconds(3);

    /// <summary>Tries of a question whose server refuses for now or breaks off. Default 2: a customer is waiting.</summary>
    [Range(1, 10)]
    public int Attempts { get; set; } = 2;

    /// <summary>Wait before the second try when the server names none; doubles with each further one. Default 0.5 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "00:00:30")]
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromMilliseconds(500);

    /// <summary>
    /// The longest wait that a server may ask for (<c>Retry-After</c>); with a longer one the question fails at once. Default 5 s: more
    /// than that is better spent on an answer without a model.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:05:00")]
    public TimeSpan LongestWait { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How long a server is left alone after it kept failing. Default 15 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.500", "00:10:00")]
    public TimeSpan BreakTime { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>Price of a million tokens read, in the currency of <see cref="MoneyPerDay"/>. Default 0.</summary>
    [Range(0, 10_000)]
    public decimal InputPrice { get; set; }

    /// <summary>Price of a million tokens written. Default 0.</summary>
    [Range(0, 10_000)]
    public decimal OutputPrice { get; set; }

    /// <summary>What all replicas together may spend in a day (UTC). Default none: no limit.</summary>
    [Range(0, 1_000_000)]
    public decimal? MoneyPerDay { get; set; }

    /// <summary>
    /// Tokens, read and written, that one turn may use. Default 30,000: intent, question, answer and verification of an ordinary turn take about ten
    /// thousand.
    /// </summary>
    [Range(1, int.MaxValue)]
    public int TokensPerTurn { get; set; } = 30_000;

    /// <summary>Tokens that one conversation may use within a month. Default 300,000: ten turns that use up theirs.</summary>
    [Range(1, int.MaxValue)]
    public int TokensPerConversation { get; set; } = 300_000;

    public RecordingOptions Recording { get; set; } = new();

    /// <summary>Whether questions can be asked: of a server, or of a file of recorded answers.</summary>
    public bool IsConfigured =>
        !string.IsNullOrWhiteSpace(Name) && (!string.IsNullOrWhiteSpace(Endpoint) || Recording.Mode == RecordingMode.Replay);
}
