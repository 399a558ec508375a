using IntercomRag.Core.Models.Structure;
using Microsoft.Extensions.AI;

namespace IntercomRag.Core.Models;

/// <summary>What the clients of the chain know of a request beyond the request itself. Never sent.</summary>
internal sealed record ModelCall(ModelQuestion Question, AnswerForm Form)
{
    private const string Key = "intercomrag.call";

    public static ModelCall? Of(ChatOptions? options) =>
        options?.AdditionalProperties?.TryGetValue(Key, out var call) is true ? call as ModelCall : null;

    public ChatOptions ToOptions(string model) => new()
    {
        ModelId = model,
        Temperature = Question.Temperature,
        MaxOutputTokens = Question.MaxOutputTokens,
        ResponseFormat = Form.Format,
        AdditionalProperties = new() { [Key] = this },
    };
}
