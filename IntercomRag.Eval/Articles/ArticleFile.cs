using System.Text.Json;
using IntercomRag.Core.Knowledge;

namespace IntercomRag.Eval.Articles;

/// <summary>
/// Reads an <c>articles.jsonl</c>; lines with the same id are languages of one article.
/// <code>{"id":"faq-7","title":"…","body_html":"&lt;p&gt;…","url":"https://…","collection":"Billing > Invoices","locale":"en","state":"published","audience":"everyone"}</code>
/// A line that cannot be used stops the run: a missing article would look like a poor search.
/// </summary>
internal static class ArticleFile
{
    private const string DefaultLocale = "en";
    private const string Draft = "draft";
    private const string Published = "published";

    private static readonly JsonSerializerOptions s_options = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    public static ArticleSource Read(string path)
    {
        var articles = new Dictionary<string, SourceArticle>(StringComparer.Ordinal);
        var collections = new Dictionary<string, Collection>(StringComparer.Ordinal);
        try
        {
            foreach (var (index, text) in File.ReadLines(path).Index().Where(line => !string.IsNullOrWhiteSpace(line.Item)))
            {
                Add(Parse(text, $"{path}:{index + 1}"), $"{path}:{index + 1}", articles, collections);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new EvalException($"{path}: cannot be read: {exception.Message}", exception);
        }

        return articles.Count > 0
            ? new ArticleSource(path, [.. articles.Values], [.. collections.Values])
            : throw new EvalException($"{path}: the file is empty; an article is expected on each line.");
    }

    private static Line Parse(string text, string origin)
    {
        try
        {
            var line = JsonSerializer.Deserialize<Line>(text, s_options);
            var problem = line switch
            {
                null => "the line holds null",
                { Id: null or "" } => "\"id\" is missing",
                { BodyHtml: null } => "\"body_html\" is missing",
                { State: not (null or Published or Draft) } => $"the state \"{line.State}\" is neither published nor draft",
                { Audience: { } audience } when AudienceName.Read(audience) is null => $"the audience \"{audience}\" is not known",
                _ => null,
            };
            return problem is null ? line! : throw new EvalException($"{origin}: {problem}.");
        }
        catch (JsonException exception)
        {
            throw new EvalException($"{origin}: not an article: {exception.Message}", exception);
        }
    }

    private static void Add(Line line, string origin, Dictionary<string, SourceArticle> articles, Dictionary<string, Collection> collections)
    {
        var locale = line.Locale ?? DefaultLocale;
        var content = new LocalizedContent(
            locale,
            line.Title ?? "",
            line.Description,
            line.BodyHtml!,
            line.State == Draft ? ArticleState.Draft : ArticleState.Published,
            Uri.TryCreate(line.Url, UriKind.Absolute, out var url) ? url : null,
            null,
            null,
            null);
        var audience = line.Audience is { } name ? AudienceName.Read(name)!.Value : Audience.Everyone;
        var shelf = Shelf(line.Collection, locale, collections);
        if (!articles.TryGetValue(line.Id!, out var known))
        {
            articles.Add(line.Id!, new SourceArticle(line.Id!, shelf is null ? [] : [shelf], audience, [content]));
        }
        else if (known.Contents.Any(other => other.Locale == locale))
        {
            throw new EvalException($"{origin}: the article \"{line.Id}\" stands in the language {locale} already.");
        }
        else
        {
            articles[line.Id!] = known with { Contents = [.. known.Contents, content] };
        }
    }

    private static string? Shelf(string? path, string locale, Dictionary<string, Collection> collections)
    {
        string? parent = null;
        foreach (var name in (path ?? "").Split('>', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var id = $"{parent}/{name}";
            collections.TryAdd(id, new Collection(id, parent, locale, new Dictionary<string, string> { [locale] = name }));
            parent = id;
        }

        return parent;
    }

    private sealed record Line(
        string? Id,
        string? Title,
        string? Description,
        string? BodyHtml,
        string? Url,
        string? Collection,
        string? Locale,
        string? State,
        string? Audience);
}
