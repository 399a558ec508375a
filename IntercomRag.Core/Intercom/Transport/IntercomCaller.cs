using System.Globalization;
using System.Net;
using IntercomRag.Core.Intercom.Errors;
using IntercomRag.Core.Intercom.Json;
using IntercomRag.Core.Intercom.Records;

namespace IntercomRag.Core.Intercom.Transport;

/// <summary>Calls and reads their answers, at one priority.</summary>
internal sealed class IntercomCaller(IntercomTransport transport, CallPriority priority)
{
    public IntercomCaller WithPriority(CallPriority other) => new(transport, other);

    public async Task<T> ReadAsync<T>(IntercomCall call, CancellationToken cancellationToken) =>
        (await transport.SendAsync(call, priority, cancellationToken)).Read<T>();

    /// <summary>Null when Intercom says that it does not exist.</summary>
    public async Task<T?> FindAsync<T>(IntercomCall call, CancellationToken cancellationToken)
        where T : class
    {
        try
        {
            return await ReadAsync<T>(call, cancellationToken);
        }
        catch (IntercomApiException exception) when (exception.Status == HttpStatusCode.NotFound)
        {
            return null;
        }
    }

    /// <exception cref="IntercomWriteUnknownException">Also when it was carried out, but the answer does not show what came of it.</exception>
    public async Task<TResult> WriteAsync<TAnswer, TResult>(
        IntercomCall call, Func<TAnswer, TResult> take, CancellationToken cancellationToken)
    {
        var answer = await transport.SendAsync(call, priority, cancellationToken);
        try
        {
            return take(answer.Read<TAnswer>());
        }
        catch (IntercomAnswerException exception)
        {
            throw new IntercomWriteUnknownException(call.Endpoint, exception);
        }
    }

    /// <summary>A list that has no pages.</summary>
    public async Task<IReadOnlyList<T>> ListAsync<T>(IntercomCall call, CancellationToken cancellationToken) =>
        (await ReadAsync<ListAnswer<T>>(call, cancellationToken)).Items;

    /// <param name="call">The call for a page, given its number.</param>
    /// <param name="number">1 for the first.</param>
    public async Task<IntercomPage<T>> ReadPageAsync<T>(Func<string, IntercomCall> call, int number, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        var answer = await ReadAsync<ListAnswer<T>>(call(number.ToString(CultureInfo.InvariantCulture)), cancellationToken);

        // A total says more than the link, which versions write as address, as object, or not at all; an empty page ends any list.
        var total = answer.Pages?.TotalPages;
        var hasMore = answer.Items.Count > 0 && (total is null ? answer.Pages?.Next is not null : number < total);
        return new IntercomPage<T>(answer.Items, number, total ?? (hasMore ? number + 1 : number), hasMore);
    }

    /// <summary>
    /// All pages. An item that moved to a later page meanwhile is returned once, and a page with nothing new ends the list: a server that
    /// ignores the page number would repeat the first one for ever.
    /// </summary>
    public async Task<IReadOnlyList<T>> ReadAllPagesAsync<T>(
        Func<string, IntercomCall> call, Func<T, string> id, CancellationToken cancellationToken)
    {
        var items = new OrderedDictionary<string, T>(StringComparer.Ordinal);
        for (var number = 1; ; number++)
        {
            var page = await ReadPageAsync<T>(call, number, cancellationToken);
            var before = items.Count;
            foreach (var item in page.Items)
            {
                items.TryAdd(id(item), item);
            }

            if (!page.HasMore || items.Count == before)
            {
                return [.. items.Values];
            }
        }
    }
}
