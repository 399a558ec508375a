using System.Globalization;
using IntercomRag.Simulator.Workspace.HelpCenter;

namespace IntercomRag.Simulator.Workspace.Seeding;

/// <summary>
/// Reads the articles of a workspace folder, one file per article and language, named <c>&lt;id&gt;.&lt;locale&gt;.html</c>:
/// <code>
/// &lt;!--
/// title: How do I cancel a booking?
/// description: Cancel from the app or the site
/// collection: bookings
/// state: published
/// audience: everyone
/// author: 9002
/// created: 2026-03-02T09:00:00Z
/// updated: 2026-05-11T14:30:00Z
/// --&gt;
/// &lt;p&gt;Open &lt;b&gt;My bookings&lt;/b&gt; …&lt;/p&gt;
/// </code>
/// </summary>
public static class ArticleFolderReader
{
    private const string HeadStart = "<!--";
    private const string HeadEnd = "-->";

    public static void ReadInto(WorkspaceState state, string folder)
    {
        foreach (var path in Directory.EnumerateFiles(folder, "*.html").Order(StringComparer.Ordinal))
        {
            var name = Path.GetFileNameWithoutExtension(path).Split('.');
            if (name.Length != 2)
            {
                throw new WorkspaceFileException($"{path}: the name must be <id>.<locale>.html");
            }

            var (head, body) = Split(path);
            Add(state, path, name[0], name[1], head, body);
        }
    }

    private static (Dictionary<string, string> Head, string Body) Split(string path)
    {
        var text = File.ReadAllText(path);
        var end = text.IndexOf(HeadEnd, StringComparison.Ordinal);
        if (!text.StartsWith(HeadStart, StringComparison.Ordinal) || end < 0)
        {
            throw new WorkspaceFileException($"{path}:1: the file must start with a comment of \"key: value\" lines");
        }

        var head = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (number, line) in text[HeadStart.Length..end].Split('\n').Index())
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0)
            {
                head[line[..colon].Trim()] = line[(colon + 1)..].Trim();
            }
            else if (!string.IsNullOrWhiteSpace(line))
            {
                throw new WorkspaceFileException($"{path}:{number + 1}: expected \"key: value\"");
            }
        }

        return (head, text[(end + HeadEnd.Length)..].Trim());
    }

    private static void Add(WorkspaceState state, string path, string id, string locale, Dictionary<string, string> head, string body)
    {
        if (!state.HelpCenter.Locales.Contains(locale))
        {
            throw new WorkspaceFileException($"{path}: the help center has no language {locale}");
        }

        var content = new ArticleContent
        {
            Locale = locale,
            Title = Required(path, head, "title"),
            Description = head.GetValueOrDefault("description", ""),
            Body = body,
            State = OneOf(path, head, "state", ArticleContent.Published, ArticleContent.Draft),
            AuthorId = AuthorOf(state, path, head),
            CreatedAt = Time(path, head, "created", state.CreatedAt),
            UpdatedAt = Time(path, head, "updated", state.CreatedAt),
        };
        var article = state.Articles.TryGetValue(id, out var known)
            ? known.With(content)
            : new Article { Id = id, DefaultLocale = locale, Contents = new Dictionary<string, ArticleContent> { [locale] = content } };
        var helpCenterLocale = state.HelpCenter.DefaultLocale;
        state.Articles[id] = article with
        {
            DefaultLocale = article.Contents.ContainsKey(helpCenterLocale) ? helpCenterLocale : article.DefaultLocale,
            CollectionId = CollectionOf(state, path, head) ?? article.CollectionId,
            Audience = OneOf(path, head, "audience", [ArticleAudience.Everyone, .. ArticleAudience.Known]),
        };
    }

    private static string? CollectionOf(WorkspaceState state, string path, Dictionary<string, string> head)
    {
        if (head.GetValueOrDefault("collection") is not { Length: > 0 } slug)
        {
            return null;
        }

        return state.Collections.Values.FirstOrDefault(collection => collection.Slug == slug || collection.Id == slug)?.Id
            ?? throw new WorkspaceFileException($"{path}: seed.json has no collection {slug}");
    }

    private static string AuthorOf(WorkspaceState state, string path, Dictionary<string, string> head)
    {
        var author = head.GetValueOrDefault("author", state.Admins.Keys.First());
        return state.Admins.Values.FirstOrDefault(admin => admin.Id == author || admin.Name == author)?.Id
            ?? throw new WorkspaceFileException($"{path}: seed.json has no admin {author}");
    }

    private static DateTimeOffset Time(string path, Dictionary<string, string> head, string key, DateTimeOffset otherwise)
    {
        if (!head.TryGetValue(key, out var value))
        {
            return otherwise;
        }

        return DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time.ToUniversalTime()
            : throw new WorkspaceFileException($"{path}: {key} is not a date: {value}");
    }

    private static string Required(string path, Dictionary<string, string> head, string key) =>
        head.GetValueOrDefault(key) is { Length: > 0 } value ? value : throw new WorkspaceFileException($"{path}: {key} is missing");

    /// <summary>The value of a key that has a fixed set of them; the first one when the key is absent.</summary>
    private static string OneOf(string path, Dictionary<string, string> head, string key, params string[] allowed)
    {
        var value = head.GetValueOrDefault(key, allowed[0]);
        return allowed.Contains(value)
            ? value
            : throw new WorkspaceFileException($"{path}: {key} must be one of {string.Join(", ", allowed.Distinct())}, not {value}");
    }
}
