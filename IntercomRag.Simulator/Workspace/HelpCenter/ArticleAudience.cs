namespace IntercomRag.Simulator.Workspace.HelpCenter;

/// <summary>Who may read an article (<c>help_center_audience</c>, from 2.16 on).</summary>
public static class ArticleAudience
{
    public const string Everyone = "everyone";

    public static readonly IReadOnlySet<string> Known =
        new HashSet<string>(StringComparer.Ordinal) { Everyone, "all_users", "all_visitors", "all_leads", "all_visitors_and_leads", "restricted" };
}
