using Microsoft.Extensions.AI;

namespace IntercomRag.Core.Models.Budget;

/// <summary>Tokens read and written.</summary>
internal readonly record struct TokenCount(long Input, long Output)
{
    /// <summary>French and English have about four characters a token; three errs on the careful side.</summary>
    private const int CharactersPerToken = 3;

    public long Total => Input + Output;

    /// <summary>The most that a question is expected to use.</summary>
    public static TokenCount Estimate(IEnumerable<ChatMessage> messages, ChatOptions? options) =>
        new(
            OfText(messages.Sum(message => message.Text.Length) + (SchemaOf(options)?.Length ?? 0)),
            options?.MaxOutputTokens ?? 0);

    /// <summary>What an answer used, as far as the server tells; the rest is estimated.</summary>
    public static TokenCount Of(ChatResponse response, TokenCount estimate) =>
        new(response.Usage?.InputTokenCount ?? estimate.Input, response.Usage?.OutputTokenCount ?? OfText(response.Text.Length));

    /// <returns>Millionths of the currency, rounded up: a price per million tokens is that of one token in millionths.</returns>
    public long Price(ModelOptions options) => (long)decimal.Ceiling((Input * options.InputPrice) + (Output * options.OutputPrice));

    private static long OfText(long characters) => (characters + CharactersPerToken - 1) / CharactersPerToken;

    private static string? SchemaOf(ChatOptions? options) => (options?.ResponseFormat as ChatResponseFormatJson)?.Schema?.GetRawText();
}
