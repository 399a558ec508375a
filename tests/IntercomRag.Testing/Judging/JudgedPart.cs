using System.Text.RegularExpressions;

namespace IntercomRag.Testing.Judging;

/// <summary>One part of a conversation, as the workspace recorded it.</summary>
/// <param name="Type">Intercom's part type, "source" for the opening message.</param>
/// <param name="At">When it took effect.</param>
/// <param name="ReceivedAt">When the request that made it reached the workspace; null for what was not made by REST.</param>
/// <param name="ReadAt">When the conversation had last been read before that request; null when it never was.</param>
/// <param name="Text">Plain text; empty for events and buttons.</param>
public sealed partial record JudgedPart(
    string Id,
    string Type,
    PartAuthor Author,
    DateTimeOffset At,
    DateTimeOffset? ReceivedAt,
    DateTimeOffset? ReadAt,
    bool IsPublic,
    Receiver AssignedTo,
    string Text)
{
    /// <summary>When it left its sender, near enough.</summary>
    public DateTimeOffset SentAt => ReceivedAt ?? At;

    /// <summary>What happened after this, the sender cannot have known.</summary>
    public DateTimeOffset KnewUpTo => ReadAt ?? SentAt;

    public bool IsNote => Type == "note";

    public bool IsClose => Type == "close";

    /// <summary>Something that can be read; buttons under a message are public too, and no words.</summary>
    public bool HasWords => IsPublic && Text.Length > 0;

    public bool IsWordOf(PartAuthor author) => Author == author && HasWords;

    /// <summary>Ids of the articles that the text links to, in its order.</summary>
    public IReadOnlyList<string> Articles => [.. ArticleLink().Matches(Text).Select(match => match.Groups["id"].Value).Distinct()];

    // Activer la double authentification (https://help.tandem.example/fr/articles/1011-activer-la-double-authentification)
    [GeneratedRegex(@"\(https?://[^)\s]*/articles/(?<id>\d+)", RegexOptions.CultureInvariant)]
    private static partial Regex ArticleLink();
}
