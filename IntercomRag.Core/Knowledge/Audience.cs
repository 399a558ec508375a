namespace IntercomRag.Core.Knowledge;

/// <summary>Who may see an article: Intercom's <c>help_center_audience</c>.</summary>
public enum Audience
{
    Everyone,
    AllUsers,
    AllVisitors,
    AllLeads,
    AllVisitorsAndLeads,

    /// <summary>A selected group that a bot cannot check: never indexed.</summary>
    Restricted,
}
