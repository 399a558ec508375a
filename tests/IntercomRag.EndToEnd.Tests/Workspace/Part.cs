using System.Text.RegularExpressions;

namespace IntercomRag.EndToEnd.Tests.Workspace;

/// <summary>One thing that happened in a conversation, as the workspace knows it.</summary>
internal sealed partial record Part(
    string Id,
    string PartType,
    string? BodyHtml,
    string? BodyText,
    Person Author,
    bool IsPublic,
    Person? AssignedTo,
    IReadOnlyList<QuickReply> QuickReplyOptions)
{
    public string Text => BodyText ?? "";

    public bool ByAssistant => Author.Id == Person.Assistant;

    /// <summary>The ids of the articles that the part links to, in its order.</summary>
    public IReadOnlyList<string> Articles => [.. ArticleLink().Matches(BodyHtml ?? "").Select(match => match.Groups["id"].Value).Distinct()];

    public override string ToString() =>
        $"[{PartType} by {Author.Type} {Author.Id}{(IsPublic ? "" : ", internal")}{(AssignedTo is { } to ? $", to {to.Type} {to.Id}" : "")}] {Text}"
        + string.Concat(QuickReplyOptions.Select(option => $" ({option.Text})"));

    // https://help.tandem.example/fr/articles/1011-activer-la-double-authentification
    [GeneratedRegex("href=\"[^\"]*/articles/(?<id>\\d+)", RegexOptions.CultureInvariant)]
    private static partial Regex ArticleLink();
}
