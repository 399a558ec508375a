using System.Text.Json;
using IntercomRag.Simulator.Workspace;
using IntercomRag.Simulator.Workspace.People;

namespace IntercomRag.Simulator.Control;

/// <param name="Role"><c>user</c> or <c>lead</c>.</param>
/// <param name="Language">What REST gives as language_override, or else browser_language.</param>
/// <param name="Segments">Names; so are <paramref name="Tags"/> and <paramref name="Companies"/>.</param>
public sealed record ContactView(
    string Id,
    string? ExternalId,
    string Role,
    string? Name,
    string Email,
    string? Language,
    IReadOnlyList<string> Segments,
    IReadOnlyList<string> Tags,
    IReadOnlyList<string> Companies,
    IReadOnlyDictionary<string, JsonElement> CustomAttributes)
{
    internal static ContactView Of(WorkspaceState state, Contact contact) => new(
        contact.Id,
        contact.ExternalId,
        contact.Role,
        contact.Name,
        contact.Email,
        contact.Language,
        [.. contact.SegmentIds.Select(id => state.Segments[id].Name)],
        [.. contact.TagIds.Select(id => state.Tags[id].Name)],
        [.. contact.CompanyIds.Select(id => state.Companies[id].Name)],
        contact.CustomAttributes);
}
