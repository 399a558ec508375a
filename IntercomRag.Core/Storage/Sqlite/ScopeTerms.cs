using System.Globalization;
using IntercomRag.Core.Knowledge;
using IntercomRag.Core.Knowledge.Index;

namespace IntercomRag.Core.Storage.Sqlite;

/// <summary>Locale and audience as terms of the <c>scope</c> column: an article in French for everyone has <c>fr/0</c> and <c>/0</c>.</summary>
internal static class ScopeTerms
{
    public static string Of(string locale, Audience audience) => $"{Term(locale, audience)} {Term("", audience)}";

    /// <summary>The alternatives that <paramref name="scope"/> allows; none when it allows no audience.</summary>
    public static IEnumerable<string> For(SearchScope scope) =>
        from audience in scope.Audiences.Distinct()
        from locale in scope.Locales.Count == 0 ? [""] : scope.Locales.Distinct()
        select Term(locale, audience);

    private static string Term(string locale, Audience audience) => string.Create(CultureInfo.InvariantCulture, $"{locale.ToLowerInvariant()}/{(int)audience}");
}
