namespace IntercomRag.EndToEnd.Tests.Conformance;

/// <param name="PartType"><c>source</c>, <c>comment</c>, <c>note</c>, <c>assignment</c>, <c>quick_reply</c>, …</param>
internal sealed record SimulatedPart(
    string PartType, string? BodyHtml, SimulatedPart.Person Author, bool IsPublic, IReadOnlyList<SimulatedPart.Option> QuickReplyOptions)
{
    internal sealed record Person(string Type, string Id);

    internal sealed record Option(string Text, string Uuid);
}
