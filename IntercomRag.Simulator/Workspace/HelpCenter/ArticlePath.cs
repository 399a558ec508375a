namespace IntercomRag.Simulator.Workspace.HelpCenter;

/// <summary>Article ids in addresses.</summary>
public static class ArticlePath
{
    /// <summary>
    /// The id that a route gives. Routing decodes everything but a slash, which ids from a file may hold: <c>faq%2F7</c> is "faq/7".
    /// </summary>
    public static string IdOf(string routeValue) => routeValue.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase);
}
