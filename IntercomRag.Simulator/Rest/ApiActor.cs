using IntercomRag.Simulator.Workspace;
using IntercomRag.Simulator.Workspace.Conversations;

namespace IntercomRag.Simulator.Rest;

/// <summary>In whose name a REST call acts.</summary>
internal static class ApiActor
{
    /// <summary>What parts created by the app carry as <c>app_package_code</c>.</summary>
    private const string AppPackageCode = "intercom-api-app";

    /// <summary>The teammate that the body names.</summary>
    public static Actor Named(WorkspaceChange change, RequestBody body, IntercomCall call) =>
        new(change.State.Admin(body.RequiredText("admin_id")), AppPackageCode, call.ReceivedAt, body.Time("created_at"));

    /// <summary>The owner of the access token.</summary>
    public static Actor Owner(WorkspaceChange change, IntercomCall call) =>
        new(change.State.Admin(change.Options.BotAdminId), AppPackageCode, call.ReceivedAt);
}
