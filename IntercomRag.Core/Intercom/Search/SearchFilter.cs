namespace IntercomRag.Core.Intercom.Search;

/// <summary>
/// Intercom's query language: a comparison, or a group of filters. Groups nest twice at most and hold at most 15 filters.
/// <code>
/// {"operator":"AND","value":[{"field":"updated_at","operator":">","value":1768000000},{"field":"open","operator":"=","value":true}]}
/// </code>
/// </summary>
public sealed record SearchFilter
{
    private const int LargestGroup = 15;

    private SearchFilter(string? field, string @operator, object value)
    {
        Field = field;
        Operator = @operator;
        Value = value;
    }

    public string? Field { get; }

    public string Operator { get; }

    public object Value { get; }

    /// <param name="field">Such as <c>updated_at</c>, <c>open</c> or <c>tag_ids</c>.</param>
    /// <param name="operator"><c>= != IN NIN &gt; &lt; ~ !~ ^ $</c>; <c>&gt;</c> and <c>&lt;</c> include equality.</param>
    public static SearchFilter Where(string field, string @operator, object value) => new(field, @operator, value);

    /// <summary>Conversations that changed at <paramref name="moment"/> or later.</summary>
    public static SearchFilter UpdatedSince(DateTimeOffset moment) => Where("updated_at", ">", moment.ToUnixTimeSeconds());

    public static SearchFilter All(params IReadOnlyList<SearchFilter> filters) => Group("AND", filters);

    public static SearchFilter Any(params IReadOnlyList<SearchFilter> filters) => Group("OR", filters);

    private static SearchFilter Group(string @operator, IReadOnlyList<SearchFilter> filters)
    {
        ArgumentOutOfRangeException.ThrowIfZero(filters.Count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(filters.Count, LargestGroup);
        return new SearchFilter(null, @operator, filters);
    }
}
