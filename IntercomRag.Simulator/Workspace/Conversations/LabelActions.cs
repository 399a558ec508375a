using System.Text.Json;
using IntercomRag.Simulator.Workspace.People;

namespace IntercomRag.Simulator.Workspace.Conversations;

/// <summary>Tags and custom attributes of a conversation.</summary>
public static class LabelActions
{
    /// <summary>
    /// Tags the conversation and its newest message. Intercom documents the topic for tagged messages only; here it also fires for
    /// tags set through REST.
    /// </summary>
    public static AppliedTag Tag(WorkspaceChange change, Conversation conversation, Admin admin, Tag tag)
    {
        if (conversation.Tags.FirstOrDefault(known => known.Tag.Id == tag.Id) is { } already)
        {
            return already;
        }

        var applied = new AppliedTag(tag, admin.Id, change.Now);
        conversation.Tags.Add(applied);
        conversation.UpdatedAt = change.Now;
        var message = conversation.SourceAndParts.Last(part => part.IsPublic);
        var tagged = message with { Tags = [.. message.Tags, tag] };
        conversation.Replace(tagged);
        var part = tagged.PartType == ConversationPart.Source ? null : tagged;
        change.Raise(new ConversationEvent("conversation_part.tag.created", conversation, part, [tag]));
        return applied;
    }

    public static AppliedTag Untag(WorkspaceChange change, Conversation conversation, string tagId)
    {
        var applied = conversation.Tags.FirstOrDefault(known => known.Tag.Id == tagId)
            ?? throw WorkspaceException.NotFound("tag_not_found", "Tag not found");
        conversation.Tags.Remove(applied);
        conversation.UpdatedAt = change.Now;
        foreach (var part in conversation.SourceAndParts.Where(part => part.Tags.Any(tag => tag.Id == tagId)).ToList())
        {
            conversation.Replace(part with { Tags = [.. part.Tags.Where(tag => tag.Id != tagId)] });
        }

        change.Raise(new ConversationEvent(Topic: null, conversation));
        return applied;
    }

    /// <summary>Finds or makes the tag of that name.</summary>
    public static Tag Ensure(WorkspaceChange change, string name)
    {
        if (string.IsNullOrWhiteSpace(name))
        {
            throw WorkspaceException.Invalid("name", "A tag needs a name");
        }

        if (change.State.TagNamed(name) is { } known)
        {
            return known;
        }

        var tag = new Tag { Id = change.Ids.NextOther(), Name = name };
        change.State.Tags.Add(tag.Id, tag);
        return tag;
    }

    /// <summary>Sets custom attributes; each adds a part of its own, which no webhook announces.</summary>
    public static void SetAttributes(
        WorkspaceChange change, Conversation conversation, Actor actor, IReadOnlyDictionary<string, JsonElement> attributes)
    {
        foreach (var (name, value) in attributes)
        {
            var previous = conversation.CustomAttributes.TryGetValue(name, out var known) ? known.ToString() : null;
            conversation.CustomAttributes[name] = value.Clone();
            conversation.Add(new ConversationPart
            {
                Id = change.Ids.NextPart(),
                PartType = ConversationPart.AttributeUpdated,
                CreatedAt = change.Now,
                Author = actor.Author,
                AttributeChange = new AttributeChange(name, value.ToString(), previous),
                State = conversation.State,
                AppPackageCode = actor.AppPackageCode,
                ReceivedAt = actor.ReceivedAt,
            });
        }

        change.Raise(new ConversationEvent(Topic: null, conversation));
    }
}
