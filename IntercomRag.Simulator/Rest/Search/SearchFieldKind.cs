namespace IntercomRag.Simulator.Rest.Search;

internal enum SearchFieldKind
{
    /// <summary>Ids, names and flags.</summary>
    Text,

    /// <summary>Message text, which matches single words and no phrases.</summary>
    Words,

    /// <summary>Numbers and Unix seconds; <c>&gt;</c> and <c>&lt;</c> include equality.</summary>
    Number,

    /// <summary>Unix seconds that compare by whole days of the workspace's time zone; <c>&gt;</c> starts with the next day.</summary>
    Day,
}
