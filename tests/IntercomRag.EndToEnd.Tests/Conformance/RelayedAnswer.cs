namespace IntercomRag.EndToEnd.Tests.Conformance;

/// <summary>An answer on its way through an <see cref="HttpRelay"/>, with the request that it answers.</summary>
/// <param name="Path">Without the query.</param>
/// <param name="Headers">Of the answer; a name may come several times.</param>
internal sealed record RelayedAnswer(string Method, string Path, int Status, IReadOnlyList<KeyValuePair<string, string>> Headers, byte[] Body);
