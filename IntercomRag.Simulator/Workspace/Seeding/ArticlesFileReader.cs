using System.Text.Json;
using IntercomRag.Simulator.Workspace.HelpCenter;

namespace IntercomRag.Simulator.Workspace.Seeding;

/// <summary>
/// Replaces a workspace's articles and collections by those of an <c>articles.jsonl</c>:
/// <code>{"id":"faq-7","title":"…","body_html":"&lt;p&gt;…","url":"https://…","collection":"Billing > Invoices","locale":"en","state":"published","audience":"everyone"}</code>
/// A line that cannot be used is reported with its number and left out.
/// </summary>
public sealed partial class ArticlesFileReader(ILogger<ArticlesFileReader> logger)
{
    private const string DefaultLocale = "en";

    private static readonly JsonSerializerOptions JsonOptions = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Converters = { new TextOrNumberConverter() },
    };

    public void ReadInto(WorkspaceState state, string path)
    {
        state.Articles.Clear();
        state.Collections.Clear();
        var shelves = new CollectionPaths(state);
        var locales = new Dictionary<string, int>(StringComparer.Ordinal);
        try
        {
            foreach (var (index, text) in File.ReadLines(path).Index().Where(line => !string.IsNullOrWhiteSpace(line.Item)))
            {
                if (Parse(text, path, index + 1) is { } line)
                {
                    Add(state, line, shelves.IdOf(line.Collection, line.Locale ?? DefaultLocale));
                    locales[line.Locale ?? DefaultLocale] = locales.GetValueOrDefault(line.Locale ?? DefaultLocale) + 1;
                }
            }
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new WorkspaceFileException($"Simulator:Articles cannot be read: {unreadable.Message}", unreadable);
        }

        if (locales.Count == 0)
        {
            throw new WorkspaceFileException($"{path} holds no article that can be used");
        }

        var byUse = locales.OrderByDescending(locale => locale.Value).Select(locale => locale.Key).ToList();
        state.HelpCenter = state.HelpCenter with { Locales = byUse, DefaultLocale = byUse[0] };
    }

    private ArticleLine? Parse(string text, string path, int number)
    {
        try
        {
            var line = JsonSerializer.Deserialize<ArticleLine>(text, JsonOptions);
            var problem = line switch
            {
                null => "the line holds null",
                { Id: null or "" } => "id is empty",
                { Title: null or "" } => "title is empty",
                { BodyHtml: null } => "body_html is null",
                { State: not (null or ArticleContent.Published or ArticleContent.Draft) } => $"state {line.State} is neither published nor draft",
                { Audience: { } audience } when !ArticleAudience.Known.Contains(audience) => $"audience {audience} is unknown",
                _ => null,
            };
            if (problem is null)
            {
                return line;
            }

            LineSkipped(path, number, problem);
        }
        catch (JsonException broken)
        {
            LineSkipped(path, number, broken.Message);
        }

        return null;
    }

    private static void Add(WorkspaceState state, ArticleLine line, string? collectionId)
    {
        var locale = line.Locale ?? DefaultLocale;
        var content = new ArticleContent
        {
            Locale = locale,
            Title = line.Title,
            Description = line.Description ?? "",
            Body = line.BodyHtml,
            State = line.State ?? ArticleContent.Published,
            AuthorId = state.Admins.Keys.First(),
            CreatedAt = state.CreatedAt,
            UpdatedAt = state.CreatedAt,
            Url = string.IsNullOrEmpty(line.Url) ? null : line.Url,
        };
        state.Articles[line.Id] = state.Articles.TryGetValue(line.Id, out var known)
            ? known.With(content)
            : new Article
            {
                Id = line.Id,
                DefaultLocale = locale,
                Contents = new Dictionary<string, ArticleContent> { [locale] = content },
                CollectionId = collectionId,
                Audience = line.Audience ?? ArticleAudience.Everyone,
            };
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Path}:{Line}: article left out: {Problem}")]
    private partial void LineSkipped(string path, int line, string problem);
}
