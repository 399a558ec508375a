namespace IntercomRag.Simulator.Rest.Search;

/// <summary>A field that can be searched.</summary>
/// <param name="Kind">How its values compare.</param>
/// <param name="Read">Its values on one object; none for null.</param>
internal sealed record SearchField<T>(SearchFieldKind Kind, Func<T, IEnumerable<string>> Read)
{
    public static SearchField<T> Text(Func<T, string?> read) => new(SearchFieldKind.Text, item => read(item) is { } text ? [text] : []);

    public static SearchField<T> Texts(Func<T, IEnumerable<string>> read) => new(SearchFieldKind.Text, read);

    public static SearchField<T> Words(Func<T, string?> read) => new(SearchFieldKind.Words, item => read(item) is { } text ? [text] : []);

    public static SearchField<T> Flag(Func<T, bool> read) => new(SearchFieldKind.Text, item => [read(item) ? "true" : "false"]);

    public static SearchField<T> Number(Func<T, long?> read) =>
        new(SearchFieldKind.Number, item => read(item) is { } number ? [number.ToString(System.Globalization.CultureInfo.InvariantCulture)] : []);

    public static SearchField<T> Time(Func<T, DateTimeOffset?> read) => Number(item => read(item)?.ToUnixTimeSeconds());

    /// <summary>A time that compares by whole days.</summary>
    public static SearchField<T> Day(Func<T, DateTimeOffset?> read) => Time(read) with { Kind = SearchFieldKind.Day };

    /// <summary>Id of an assignee: 0 and null both mean nobody.</summary>
    public static SearchField<T> Assignee(Func<T, string?> read) => Text(item => read(item) ?? "0");
}
