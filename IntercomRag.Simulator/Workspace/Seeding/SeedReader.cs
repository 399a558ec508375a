using System.Text.Json;
using IntercomRag.Simulator.Workspace.HelpCenter;
using IntercomRag.Simulator.Workspace.People;

namespace IntercomRag.Simulator.Workspace.Seeding;

/// <summary>Reads <c>seed.json</c> and checks that everything it refers to is there.</summary>
public static class SeedReader
{
    private static readonly JsonSerializerOptions JsonOptions = new(JsonSerializerDefaults.General)
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        AllowTrailingCommas = true,
        ReadCommentHandling = JsonCommentHandling.Skip,
        Converters = { new TextOrNumberConverter() },
    };

    public static WorkspaceState Read(string path, DateTimeOffset now)
    {
        var seed = Parse(path);
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(seed.App.Timezone, out _))
        {
            throw new WorkspaceFileException($"{path}: this machine knows no time zone {seed.App.Timezone}");
        }

        var state = new WorkspaceState
        {
            App = seed.App,
            CreatedAt = now,
            HelpCenter = new HelpCenterSite
            {
                Id = seed.HelpCenter.Id,
                Identifier = seed.HelpCenter.Identifier,
                DisplayName = seed.HelpCenter.DisplayName,
                Url = seed.HelpCenter.Url.TrimEnd('/'),
                Locales = seed.HelpCenter.Locales,
                DefaultLocale = seed.HelpCenter.DefaultLocale,
            },
        };
        try
        {
            Fill(state, seed, now);
        }
        catch (ArgumentException duplicate)
        {
            throw new WorkspaceFileException($"{path}: {duplicate.Message}", duplicate);
        }
        catch (KeyNotFoundException unknown)
        {
            throw new WorkspaceFileException($"{path}: {unknown.Message}", unknown);
        }

        return state;
    }

    private static SeedFile Parse(string path)
    {
        try
        {
            return JsonSerializer.Deserialize<SeedFile>(File.ReadAllText(path), JsonOptions) ?? throw new JsonException("The file holds null.");
        }
        catch (JsonException broken)
        {
            throw new WorkspaceFileException($"{path}: {broken.Message}", broken);
        }
        catch (IOException missing)
        {
            throw new WorkspaceFileException($"The workspace cannot be read: {missing.Message}", missing);
        }
    }

    private static void Fill(WorkspaceState state, SeedFile seed, DateTimeOffset now)
    {
        foreach (var segment in seed.Segments)
        {
            state.Segments.Add(segment.Id, new Segment { Id = segment.Id, Name = segment.Name, PersonType = segment.PersonType ?? "user" });
        }

        foreach (var tag in seed.Tags)
        {
            state.Tags.Add(tag.Id, new Tag { Id = tag.Id, Name = tag.Name });
        }

        foreach (var company in seed.Companies)
        {
            state.Companies.Add(company.Id, new Company
            {
                Id = company.Id,
                CompanyId = company.CompanyId,
                Name = company.Name,
                Plan = company.Plan,
                Industry = company.Industry,
                Size = company.Size,
                Website = company.Website,
                MonthlySpend = company.MonthlySpend,
                CreatedAt = company.CreatedAt ?? now,
                CustomAttributes = company.CustomAttributes ?? new Dictionary<string, JsonElement>(),
            });
        }

        foreach (var admin in seed.Admins)
        {
            state.Admins.Add(admin.Id, new Admin
            {
                Id = admin.Id,
                Name = admin.Name,
                Email = admin.Email,
                JobTitle = admin.JobTitle,
                TeamIds = admin.TeamIds ?? [],
                Away = admin.Away,
            });
        }

        foreach (var team in seed.Teams)
        {
            state.Teams.Add(team.Id, new Team { Id = team.Id, Name = team.Name, AdminIds = team.AdminIds ?? [] });
        }

        foreach (var collection in seed.Collections)
        {
            var parent = collection.Parent is { } name ? Find(seed.Collections, name, one => one.Id, one => one.Slug, "collection").Id : null;
            state.Collections.Add(collection.Id, new Collection
            {
                Id = collection.Id,
                Slug = collection.Slug,
                ParentId = parent,
                Order = collection.Order,
                Icon = collection.Icon,
                Names = collection.Name,
                Descriptions = collection.Description ?? new Dictionary<string, string>(),
                CreatedAt = now,
                UpdatedAt = now,
            });
        }

        foreach (var contact in seed.Contacts)
        {
            state.Contacts.Add(contact.Id, ContactOf(contact, seed, now));
        }
    }

    private static Contact ContactOf(SeedFile.SeedContact contact, SeedFile seed, DateTimeOffset now) => new()
    {
        Id = contact.Id,
        ExternalId = contact.ExternalId,
        Role = contact.Role ?? "user",
        Name = contact.Name,
        Email = contact.Email ?? "",
        Phone = contact.Phone,
        LanguageOverride = contact.LanguageOverride ?? contact.Language,
        BrowserLanguage = contact.BrowserLanguage,
        Country = contact.Location?.Country,
        City = contact.Location?.City,
        SegmentIds = [.. (contact.Segments ?? []).Select(name => Find(seed.Segments, name, one => one.Id, one => one.Name, "segment").Id)],
        TagIds = [.. (contact.Tags ?? []).Select(name => Find(seed.Tags, name, one => one.Id, one => one.Name, "tag").Id)],
        CompanyIds = [.. (contact.Companies ?? []).Select(name => Find(seed.Companies, name, one => one.Id, one => one.Name, "company").Id)],
        CustomAttributes = contact.CustomAttributes ?? new Dictionary<string, JsonElement>(),
        CreatedAt = contact.CreatedAt ?? now,
        UpdatedAt = contact.LastSeenAt ?? contact.CreatedAt ?? now,
        SignedUpAt = contact.SignedUpAt,
        LastSeenAt = contact.LastSeenAt,
        MergedInto = contact.MergedInto,
    };

    private static T Find<T>(IReadOnlyList<T> among, string reference, Func<T, string> id, Func<T, string> name, string kind)
        where T : class =>
        among.FirstOrDefault(one => id(one) == reference || name(one) == reference)
        ?? throw new KeyNotFoundException($"there is no {kind} {reference}");
}
