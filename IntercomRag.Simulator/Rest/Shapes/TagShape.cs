using System.Text.Json.Nodes;
using IntercomRag.Simulator.Workspace.Conversations;
using IntercomRag.Simulator.Workspace.People;

namespace IntercomRag.Simulator.Rest.Shapes;

internal static class TagShape
{
    public static JsonObject Basic(Tag tag) => new() { ["type"] = "tag", ["id"] = tag.Id, ["name"] = tag.Name };

    public static JsonObject Applied(AppliedTag applied)
    {
        var shape = Basic(applied.Tag);
        shape["applied_at"] = Json.Seconds(applied.AppliedAt);
        shape["applied_by"] = Json.Reference("admin", applied.AdminId);
        return shape;
    }

    public static JsonObject List(IEnumerable<AppliedTag> tags) => new() { ["type"] = "tag.list", ["tags"] = Json.Array(tags.Select(Applied)) };

    public static JsonObject BasicList(IEnumerable<Tag> tags) => new() { ["type"] = "tag.list", ["tags"] = Json.Array(tags.Select(Basic)) };
}
