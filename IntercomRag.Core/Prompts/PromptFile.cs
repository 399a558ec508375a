using IntercomRag.Core.Policies;

namespace IntercomRag.Core.Prompts;

/// <summary>A file of <c>policies/prompts</c>, checked.</summary>
/// <param name="Version">Twelve hexadecimal digits over its bytes.</param>
/// <param name="Temperature">Of the sampling, in [0, 2].</param>
/// <param name="MaxOutputTokens">Longest answer that is waited and paid for.</param>
/// <param name="Instructions">The system message. It has places only for what the team itself wrote.</param>
/// <param name="Input">The user message.</param>
/// <param name="Tones">What <c>{tone}</c> stands for; empty when the file has no such place.</param>
/// <param name="Styles">What <c>{style}</c> stands for; empty when the file has no such place.</param>
public sealed record PromptFile(
    PromptName Name,
    string Version,
    float Temperature,
    int MaxOutputTokens,
    PromptTemplate Instructions,
    PromptTemplate Input,
    IReadOnlyDictionary<Tone, string> Tones,
    IReadOnlyDictionary<Tone, string> Styles);
