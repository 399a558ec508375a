namespace IntercomRag.Core.Models;

/// <summary>A prompt file with its places filled.</summary>
/// <param name="Name">Of the file, without language and ending, such as <c>answer</c>.</param>
/// <param name="Version">Twelve hexadecimal digits over the bytes of the file: traces name the prompt that an answer came from.</param>
/// <param name="Instructions">The system message: what the team wrote and nothing else.</param>
/// <param name="Input">The user message: what the customer, the profile and the articles say, marked as material.</param>
public sealed record Prompt(string Name, string Version, string Instructions, string Input);
