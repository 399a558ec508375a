using IntercomRag.Simulator.Workspace;
using IntercomRag.Simulator.Workspace.Conversations;

namespace IntercomRag.Simulator.Control;

/// <summary>Turns an <see cref="AgentRequest"/> into what the teammate does.</summary>
internal static class AgentCommand
{
    public static void Run(WorkspaceChange change, Conversation conversation, AgentRequest request, MessageBody? body)
    {
        var actor = new Actor(change.State.Admin(Required(request.AdminId, "admin_id")));
        switch (request.Action)
        {
            case "reply":
                AgentActions.Reply(change, conversation, actor, Required(body, "body"), [], change.Options.AssignOnAgentReply);
                break;
            case "note":
                AgentActions.Note(change, conversation, actor, Required(body, "body"), []);
                break;
            case "assign":
                AgentActions.Assign(
                    change, conversation, actor, Required(request.AssigneeType, "assignee_type"), Required(request.AssigneeId, "assignee_id"), body);
                break;
            case "close":
                AgentActions.Close(change, conversation, actor, body);
                break;
            case "open":
                AgentActions.Open(change, conversation, actor);
                break;
            case "snooze":
                AgentActions.Snooze(change, conversation, actor, UnixTime(request.SnoozedUntil, "snoozed_until"));
                break;
            case "tag":
                LabelActions.Tag(change, conversation, actor.Admin, LabelActions.Ensure(change, Required(request.Tag, "tag")));
                break;
            case "untag":
                var tag = change.State.TagNamed(Required(request.Tag, "tag")) ?? throw WorkspaceException.NotFound("tag_not_found", "Tag not found");
                LabelActions.Untag(change, conversation, tag.Id);
                break;
            case "give_back":
                AgentActions.GiveBack(change, conversation, actor, change.State.Admin(change.Options.BotAdminId));
                break;
            default:
                throw WorkspaceException.Invalid("action", $"Unknown action {request.Action}");
        }
    }

    private static T Required<T>(T? value, string field)
        where T : class => value ?? throw WorkspaceException.Missing(field);

    private static DateTimeOffset UnixTime(long? seconds, string field)
    {
        try
        {
            return DateTimeOffset.FromUnixTimeSeconds(seconds ?? throw WorkspaceException.Missing(field));
        }
        catch (ArgumentOutOfRangeException)
        {
            throw WorkspaceException.Invalid(field, $"{field} is not a Unix time in seconds");
        }
    }
}
