namespace IntercomRag.EndToEnd.Tests.Conformance;

/// <summary>One difference from the description.</summary>
/// <param name="Location"><c>response.body.data.*.tags.url</c>, with <c>*</c> for the index in a list.</param>
/// <param name="Rule">What the description demands there: <c>must match format "uri"</c>.</param>
/// <param name="Found">The JSON that is there instead; empty when nothing is, and for requests.</param>
internal sealed record Violation(string Location, string Rule, string Found);
