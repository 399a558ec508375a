using IntercomRag.Core.Knowledge;
using IntercomRag.Core.Telemetry;

namespace IntercomRag.Eval.Articles;

/// <summary>Audiences as Intercom and article files write them: <c>all_visitors_and_leads</c>.</summary>
internal static class AudienceName
{
    /// <summary>Null when the word is not known.</summary>
    public static Audience? Read(string name)
    {
        var audiences = Enum.GetValues<Audience>().Where(audience => CodeName.Of(audience) == name).ToList();
        return audiences.Count == 1 ? audiences[0] : null;
    }
}
