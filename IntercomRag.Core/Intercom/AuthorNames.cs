using IntercomRag.Core.Intercom.Errors;
using Microsoft.Extensions.Logging;

namespace IntercomRag.Core.Intercom;

/// <summary>
/// Names of the teammates who write articles, remembered: a sync must not ask for them with every article. An article without the name of
/// its author is still an article, so a failure leaves the names out.
/// </summary>
public sealed partial class AuthorNames(IntercomClient client, TimeProvider time, ILogger<AuthorNames> logger)
{
    /// <summary>Teammates come, go and change their names seldom.</summary>
    private static readonly TimeSpan MaxAge = TimeSpan.FromHours(1);

    /// <summary>A teammate who has left stays unknown: asking for everybody again helps only for a new one.</summary>
    private static readonly TimeSpan MinAge = TimeSpan.FromMinutes(5);

    private readonly IntercomClient _client = client.WithPriority(CallPriority.Sync);
    private volatile Remembered? _remembered;

    /// <summary>Names by teammate id, of at least those among <paramref name="ids"/> who are known.</summary>
    public async Task<IReadOnlyDictionary<string, string>> ReadAsync(IEnumerable<string?> ids, CancellationToken cancellationToken)
    {
        var known = _remembered;
        var age = known is null ? TimeSpan.MaxValue : time.GetElapsedTime(known.At);
        if (known is not null && age < MaxAge && (age < MinAge || ids.All(id => id is null || known.Names.ContainsKey(id))))
        {
            return known.Names;
        }

        var names = await FetchAsync(cancellationToken) ?? known?.Names ?? new Dictionary<string, string>();
        _remembered = new Remembered(names, time.GetTimestamp());
        return names;
    }

    private async Task<IReadOnlyDictionary<string, string>?> FetchAsync(CancellationToken cancellationToken)
    {
        try
        {
            var names = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var admin in await _client.Teammates.ListAdminsAsync(cancellationToken))
            {
                if (!string.IsNullOrWhiteSpace(admin.Name))
                {
                    names[admin.Id] = admin.Name;
                }
            }

            return names;
        }
        catch (IntercomException e)
        {
            LogUnavailable(e.Message);
            return null;
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "The authors of the articles cannot be read, and stay as they are known: {Reason}")]
    private partial void LogUnavailable(string reason);

    private sealed record Remembered(IReadOnlyDictionary<string, string> Names, long At);
}
