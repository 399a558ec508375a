using System.Text.Json.Serialization;
using Microsoft.Extensions.AI;

namespace IntercomRag.Core.Models.Recording;

/// <summary>
/// One line of a file of answers:
/// <code>{"prompt":"intent","version":"3f9a1c2b7d4e","key":"9c1e…","text":"{\"intent\":\"faq_question\", …}","model":"gpt-4o-mini","finish_reason":"stop",
/// "input_tokens":812,"output_tokens":14}</code>
/// </summary>
/// <param name="Prompt">For the reader of the file: which question it was.</param>
/// <param name="Key">SHA-256 over the request.</param>
/// <param name="Model">As the server called itself.</param>
/// <param name="Asked">The name that was asked for, where the server calls itself otherwise: a replay asks for the same.</param>
internal sealed record RecordedAnswer(
    string Prompt,
    string Version,
    string Key,
    string Text,
    string? Model = null,
    string? FinishReason = null,
    long? InputTokens = null,
    long? OutputTokens = null,
    string? Asked = null) : IRecorded
{
    [JsonIgnore]
    public string Order => $"{Prompt} {Key}";

    public static RecordedAnswer Of(string key, ChatOptions? options, ChatResponse response) => new(
        ModelCall.Of(options)?.Question.Prompt.Name ?? "",
        ModelCall.Of(options)?.Question.Prompt.Version ?? "",
        key,
        response.Text,
        response.ModelId,
        response.FinishReason?.Value,
        response.Usage?.InputTokenCount,
        response.Usage?.OutputTokenCount,
        options?.ModelId == response.ModelId ? null : options?.ModelId);

    public ChatResponse ToResponse() => new(new ChatMessage(ChatRole.Assistant, Text))
    {
        ModelId = Model,
        FinishReason = FinishReason is null ? null : new ChatFinishReason(FinishReason),
        Usage = InputTokens is null && OutputTokens is null ? null : new UsageDetails
        {
            InputTokenCount = InputTokens,
            OutputTokenCount = OutputTokens,
            TotalTokenCount = (InputTokens ?? 0) + (OutputTokens ?? 0),
        },
    };
}
