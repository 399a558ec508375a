namespace IntercomRag.Core.Decisions.Understanding;

/// <summary>
/// What a model answers to the prompt <c>intent</c>:
/// <code>{"intent":"technical_question","signals":["technical","unhelpful"],"language":"fr"}</code>
/// Codes are text, as the model wrote them: one that nobody knows is left out by whoever reads them, and the others still count.
/// </summary>
/// <param name="Intent">Code of an <see cref="Decisions.Intent"/>.</param>
/// <param name="Signals">Codes of <see cref="Signal"/>.</param>
/// <param name="Language">ISO code of the language that the customer writes in.</param>
public sealed record ModelReading(string Intent, IReadOnlyList<string> Signals, string Language);
