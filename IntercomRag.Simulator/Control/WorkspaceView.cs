namespace IntercomRag.Simulator.Control;

/// <summary>What the pages need to offer choices.</summary>
public sealed record WorkspaceView(
    AppView App,
    IReadOnlyList<AdminView> Admins,
    IReadOnlyList<TeamView> Teams,
    IReadOnlyList<ContactView> Contacts,
    IReadOnlyList<LabelView> Tags,
    IReadOnlyList<LabelView> Segments,
    IReadOnlyList<CollectionView> Collections,
    string BotAdminId,
    IReadOnlyList<string> Locales,
    string DefaultLocale);

public sealed record AppView(string IdCode, string Name, string Region, string Timezone);

public sealed record AdminView(string Id, string Name, string Email, string? JobTitle, bool Away, IReadOnlyList<string> TeamIds);

public sealed record TeamView(string Id, string Name, IReadOnlyList<string> AdminIds);

/// <summary>A tag or a segment.</summary>
public sealed record LabelView(string Id, string Name);

public sealed record CollectionView(string Id, string Slug, string? ParentId, IReadOnlyDictionary<string, string> Names);
