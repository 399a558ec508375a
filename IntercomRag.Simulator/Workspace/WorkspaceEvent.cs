using IntercomRag.Simulator.Workspace.Conversations;
using IntercomRag.Simulator.Workspace.HelpCenter;
using IntercomRag.Simulator.Workspace.People;

namespace IntercomRag.Simulator.Workspace;

/// <summary>Something that happened in the workspace.</summary>
/// <param name="Topic">Webhook topic; null for what Intercom tells nobody.</param>
public abstract record WorkspaceEvent(string? Topic);

/// <param name="Part">The part that triggered the event; null for a new conversation, whose message is its source.</param>
/// <param name="TagsAdded">Tags that were put on <paramref name="Part"/>.</param>
public sealed record ConversationEvent(string? Topic, Conversation Conversation, ConversationPart? Part = null, IReadOnlyList<Tag>? TagsAdded = null)
    : WorkspaceEvent(Topic);

/// <param name="Content">The language that changed.</param>
public sealed record ArticleEvent(string? Topic, Article Article, ArticleContent Content) : WorkspaceEvent(Topic);
