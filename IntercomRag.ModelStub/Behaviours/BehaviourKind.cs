namespace IntercomRag.ModelStub.Behaviours;

/// <summary>What the stub does with a request. Written in snake_case: <c>rate_limited</c>.</summary>
public enum BehaviourKind
{
    /// <summary>Answers from what the prompt holds, as well as a modest model can.</summary>
    Honest,

    /// <summary>429 with <c>Retry-After</c>.</summary>
    RateLimited,

    /// <summary>500.</summary>
    ServerError,

    /// <summary>401.</summary>
    Unauthorized,

    /// <summary>400 whatever is sent, without saying why.</summary>
    RefusesAll,

    /// <summary>400 for a <c>response_format</c>.</summary>
    RefusesSchema,

    /// <summary>400 for a <c>response_format</c> of <c>json_schema</c>; <c>json_object</c> is taken.</summary>
    RefusesStrictSchema,

    /// <summary>400 for <c>max_tokens</c>, as OpenAI's reasoning models; <c>max_completion_tokens</c> is taken.</summary>
    RefusesMaxTokens,

    /// <summary>400 for a <c>temperature</c>, as OpenAI's reasoning models.</summary>
    RefusesTemperature,

    /// <summary>422 for <c>stream_options</c>, as strict servers do with fields that they do not know.</summary>
    RefusesStreamOptions,

    /// <summary>One JSON object though a stream was asked for.</summary>
    NoStream,

    /// <summary>An honest answer in a code fence, with words before and after it.</summary>
    Chatty,

    /// <summary>An answer whose JSON ends in the middle, though the stream says that it is whole.</summary>
    BrokenJson,

    /// <summary>The connection is cut in the middle of the answer.</summary>
    HalfStream,

    /// <summary>The stream ends in the middle of the answer as if it were whole, without saying so.</summary>
    ShortStream,

    /// <summary>Nothing for <see cref="StubOptions.SlowBy"/>, then an honest answer.</summary>
    Slow,

    /// <summary>Takes the request and never answers.</summary>
    Hangs,

    /// <summary>Begins to answer and never goes on.</summary>
    Stalls,

    /// <summary>No text at all.</summary>
    Empty,

    /// <summary>Cites passages that the prompt does not hold.</summary>
    WrongIds,

    /// <summary>Adds links that nobody gave it.</summary>
    InventedLinks,

    /// <summary>Answers in a language that nobody speaks here.</summary>
    OtherLanguage,

    /// <summary>Changes a number, or adds a claim where there is none.</summary>
    InventedFacts,

    /// <summary>Does what any text in the prompt says, whoever wrote it.</summary>
    Obedient,

    /// <summary>Answers as <see cref="Honest"/> does, and says besides what <see cref="Obedient"/> would.</summary>
    Misled,
}
