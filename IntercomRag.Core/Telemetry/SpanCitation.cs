using System.Text.Json.Serialization;

namespace IntercomRag.Core.Telemetry;

/// <summary>Where an answer stands: <c>{"sentence":0,"id":"1003/fr#2","version":"2026-09-14T00:00:00+00:00","start":120,"end":184}</c>.</summary>
/// <param name="Sentence">Index of the sentence in the answer, from 0.</param>
/// <param name="Id">Of the passage: <c>article/locale#ordinal</c>.</param>
/// <param name="Version">When the article was last changed; absent when Intercom did not say.</param>
/// <param name="Start">Character of the passage, from 0.</param>
/// <param name="End">The character behind the last.</param>
public sealed record SpanCitation(
    int Sentence, string Id, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateTimeOffset? Version, int Start, int End);
