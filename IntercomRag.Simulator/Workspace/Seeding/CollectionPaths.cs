using System.Globalization;
using IntercomRag.Simulator.Workspace.HelpCenter;

namespace IntercomRag.Simulator.Workspace.Seeding;

/// <summary>Makes the collections that paths such as <c>Billing &gt; Invoices</c> name, each once.</summary>
internal sealed class CollectionPaths(WorkspaceState state)
{
    private const char Separator = '>';

    private readonly Dictionary<string, string> _ids = new(StringComparer.Ordinal);
    private int _last = 700_000;

    public string? IdOf(string? path, string locale)
    {
        string? parent = null;
        var slug = "";
        foreach (var name in (path ?? "").Split(Separator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            slug = $"{slug}/{name}";
            if (!_ids.TryGetValue(slug, out var id))
            {
                id = (++_last).ToString(CultureInfo.InvariantCulture);
                _ids.Add(slug, id);
                state.Collections.Add(id, new Collection
                {
                    Id = id,
                    Slug = slug,
                    ParentId = parent,
                    Order = _ids.Count,
                    Names = new Dictionary<string, string> { [locale] = name },
                    CreatedAt = state.CreatedAt,
                    UpdatedAt = state.CreatedAt,
                });
            }

            parent = id;
        }

        return parent;
    }
}
