using System.Text.Json.Serialization;

namespace IntercomRag.Core.Conversations.Plans;

/// <summary>
/// One write to Intercom. Intercom has no idempotency key, so each kind knows how it shows in a conversation once it has been carried out:
/// <c>{"kind":"reply","html":"&lt;p&gt;…&lt;/p&gt;","startedAt":"2026-11-23T10:00:01+00:00"}</c>.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(NoteStep), NoteStep.Name)]
[JsonDerivedType(typeof(AssignStep), AssignStep.Name)]
[JsonDerivedType(typeof(ReplyStep), ReplyStep.Name)]
[JsonDerivedType(typeof(QuickRepliesStep), QuickRepliesStep.Name)]
[JsonDerivedType(typeof(TagStep), TagStep.Name)]
public abstract record PlanStep
{
    /// <summary>When the call was last begun; null when it never was, or certainly did not arrive.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>The turn goes on when Intercom refuses this step for good, for instance because the token lacks a scope.</summary>
    [JsonIgnore]
    public virtual bool IsOptional => false;

    /// <summary>Whether the conversation shows that this step was carried out.</summary>
    /// <param name="now">The conversation as read after the call.</param>
    /// <param name="ours">What the assistant did in it since the message that the plan answers.</param>
    public abstract bool Shows(Conversation now, IReadOnlyList<Message> ours);

    public abstract Task SendAsync(IIntercomWorkspace workspace, string conversationId, CancellationToken cancellationToken);
}
