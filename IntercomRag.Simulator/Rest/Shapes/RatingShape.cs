using System.Text.Json.Nodes;
using IntercomRag.Simulator.Workspace.Conversations;
using IntercomRag.Simulator.Workspace.People;

namespace IntercomRag.Simulator.Rest.Shapes;

internal static class RatingShape
{
    public static JsonObject? Write(ConversationRating? rating, Contact contact) => rating is null ? null : new JsonObject
    {
        ["rating"] = rating.Score,
        ["remark"] = rating.Remark ?? "",
        ["created_at"] = Json.Seconds(rating.CreatedAt),
        ["updated_at"] = Json.Seconds(rating.UpdatedAt),
        ["contact"] = ContactShape.Reference(contact),
        ["teammate"] = Json.Reference("admin", rating.AdminId),
    };
}
