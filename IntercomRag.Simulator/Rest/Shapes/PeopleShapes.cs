using System.Text.Json.Nodes;
using IntercomRag.Simulator.Workspace;
using IntercomRag.Simulator.Workspace.People;

namespace IntercomRag.Simulator.Rest.Shapes;

/// <summary>Admins, teams, segments and companies as REST shows them.</summary>
internal static class PeopleShapes
{
    public static JsonObject Write(Admin admin) => new()
    {
        ["type"] = "admin",
        ["email"] = admin.Email,
        ["id"] = admin.Id,
        ["name"] = admin.Name,
        ["job_title"] = admin.JobTitle ?? "",
        ["away_mode_enabled"] = admin.Away,
        ["away_mode_reassign"] = false,
        ["has_inbox_seat"] = true,
        ["team_ids"] = Json.Array(admin.TeamIds.Select(Json.NumericId)),
    };

    /// <summary>The answer to <c>GET /me</c>: the token's owner, with the workspace.</summary>
    public static JsonObject WriteWithApp(Admin admin, WorkspaceState state)
    {
        var shape = Write(admin);
        shape["email_verified"] = true;
        shape["app"] = new JsonObject
        {
            ["type"] = "app",
            ["id_code"] = state.App.IdCode,
            ["name"] = state.App.Name,
            ["created_at"] = Json.Seconds(state.CreatedAt),
            ["secure"] = false,
            ["identity_verification"] = false,
            ["timezone"] = state.App.Timezone,
            ["region"] = state.App.Region,
        };
        return shape;
    }

    public static JsonObject Write(Team team) => new()
    {
        ["type"] = "team",
        ["id"] = team.Id,
        ["name"] = team.Name,
        ["admin_ids"] = Json.Array(team.AdminIds.Select(Json.NumericId)),
    };

    public static JsonObject Write(Segment segment, WorkspaceState state) => new()
    {
        ["type"] = "segment",
        ["id"] = segment.Id,
        ["name"] = segment.Name,
        ["created_at"] = Json.Seconds(state.CreatedAt),
        ["updated_at"] = Json.Seconds(state.CreatedAt),
        ["person_type"] = segment.PersonType,
    };

    public static JsonObject Write(Company company, WorkspaceState state) => new()
    {
        ["type"] = "company",
        ["id"] = company.Id,
        ["company_id"] = company.CompanyId ?? company.Id,
        ["app_id"] = state.App.IdCode,
        ["name"] = company.Name,
        ["remote_created_at"] = Json.Seconds(company.CreatedAt),
        ["created_at"] = Json.Seconds(company.CreatedAt),
        ["updated_at"] = Json.Seconds(company.CreatedAt),
        ["monthly_spend"] = company.MonthlySpend,
        ["session_count"] = 0,
        ["size"] = company.Size,
        ["industry"] = company.Industry ?? "",
        ["website"] = company.Website ?? "",
        ["user_count"] = state.Contacts.Values.Count(contact => contact.CompanyIds.Contains(company.Id)),
        ["tags"] = new JsonObject { ["type"] = "tag.list", ["tags"] = new JsonArray() },
        ["segments"] = new JsonObject { ["type"] = "segment.list", ["segments"] = new JsonArray() },
        ["plan"] = company.Plan is null ? [] : new JsonObject { ["type"] = "plan", ["id"] = company.Plan, ["name"] = company.Plan },
        ["custom_attributes"] = CustomAttributes.Write(company.CustomAttributes),
    };
}
