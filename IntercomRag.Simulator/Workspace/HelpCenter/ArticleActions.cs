namespace IntercomRag.Simulator.Workspace.HelpCenter;

/// <summary>What an author does with articles. Each runs inside one <see cref="WorkspaceChange"/>.</summary>
public static class ArticleActions
{
    public static Article Create(WorkspaceChange change, IReadOnlyList<ArticleDraft> drafts, string? collectionId, string? defaultLocale = null)
    {
        var contents = drafts.Select(draft => New(change, draft)).ToDictionary(content => content.Locale, StringComparer.Ordinal);
        var helpCenter = change.State.HelpCenter;
        var article = new Article
        {
            Id = change.Ids.NextOther(),
            DefaultLocale = defaultLocale ?? (contents.ContainsKey(helpCenter.DefaultLocale) ? helpCenter.DefaultLocale : drafts[0].Locale),
            Contents = contents,
            CollectionId = Shelf(change.State, collectionId),
        };
        change.State.Articles.Add(article.Id, article);
        Raise(change, "article.created", article, article.Default);
        foreach (var content in contents.Values.Where(content => content.IsPublished))
        {
            Raise(change, "article.published", article, content);
        }

        return article;
    }

    /// <summary>Changes or adds languages, and publishes or unpublishes those whose state changes.</summary>
    /// <param name="collectionId">The new shelf; null leaves it where it is, "0" takes it off.</param>
    public static Article Edit(WorkspaceChange change, Article article, IReadOnlyList<ArticleDraft> drafts, string? collectionId = null)
    {
        var edited = collectionId is null ? article : article with { CollectionId = Shelf(change.State, collectionId) };
        var events = new List<(string Topic, ArticleContent Content)>();
        if (drafts.Count == 0 || edited.CollectionId != article.CollectionId)
        {
            edited = edited.With(edited.Default with { UpdatedAt = change.Now });
            events.Add(("article.updated", edited.Default));
        }

        foreach (var draft in drafts)
        {
            var before = edited.Contents.GetValueOrDefault(draft.Locale);
            var after = before is null ? New(change, draft) : Apply(change, before, draft);
            edited = edited.With(after);
            if (before is null || (before.Title, before.Description, before.Body) != (after.Title, after.Description, after.Body))
            {
                events.Add(("article.updated", after));
            }

            if (after.IsPublished != (before?.IsPublished ?? false))
            {
                events.Add((after.IsPublished ? "article.published" : "article.unpublished", after));
            }
        }

        change.State.Articles[article.Id] = edited;
        foreach (var (topic, content) in events)
        {
            Raise(change, topic, edited, content);
        }

        return edited;
    }

    /// <summary>Publishes or takes back one language, or all of them.</summary>
    public static Article SetState(WorkspaceChange change, Article article, string? locale, string state)
    {
        if (locale is not null && !article.Contents.ContainsKey(locale))
        {
            throw WorkspaceException.Invalid("locale", $"The article has no content in {locale}");
        }

        var drafts = article.Contents.Values
            .Where(content => (locale is null || content.Locale == locale) && content.State != state)
            .Select(content => new ArticleDraft(content.Locale, State: state))
            .ToList();
        return drafts.Count == 0 ? article : Edit(change, article, drafts);
    }

    public static void Delete(WorkspaceChange change, Article article)
    {
        change.State.Articles.Remove(article.Id);
        Raise(change, "article.deleted", article, article.Default);
    }

    private static void Raise(WorkspaceChange change, string topic, Article article, ArticleContent content) =>
        change.Raise(new ArticleEvent(topic, article, content));

    private static string? Shelf(WorkspaceState state, string? collectionId) =>
        collectionId is null or "0" ? null : state.Collection(collectionId).Id;

    private static ArticleContent New(WorkspaceChange change, ArticleDraft draft) => new()
    {
        Locale = LocaleOf(change.State, draft.Locale),
        Title = Required(draft.Title, "title"),
        Description = draft.Description ?? "",
        Body = draft.Body ?? "",
        State = StateOf(draft.State ?? ArticleContent.Draft),
        AuthorId = change.State.Admin(Required(draft.AuthorId, "author_id")).Id,
        CreatedAt = change.Now,
        UpdatedAt = change.Now,
    };

    private static ArticleContent Apply(WorkspaceChange change, ArticleContent content, ArticleDraft draft) => content with
    {
        Title = draft.Title is null ? content.Title : Required(draft.Title, "title"),
        Description = draft.Description ?? content.Description,
        Body = draft.Body ?? content.Body,
        State = StateOf(draft.State ?? content.State),
        AuthorId = draft.AuthorId is null ? content.AuthorId : change.State.Admin(draft.AuthorId).Id,
        UpdatedAt = change.Now,
    };

    private static string LocaleOf(WorkspaceState state, string locale) =>
        state.HelpCenter.Locales.Contains(locale)
            ? locale
            : throw WorkspaceException.Invalid("locale", $"The help center has no language {locale}; it has {string.Join(", ", state.HelpCenter.Locales)}");

    private static string StateOf(string state) =>
        state is ArticleContent.Published or ArticleContent.Draft
            ? state
            : throw WorkspaceException.Invalid("state", "state must be published or draft");

    private static string Required(string? value, string field) =>
        string.IsNullOrWhiteSpace(value) ? throw WorkspaceException.Missing(field) : value;
}
