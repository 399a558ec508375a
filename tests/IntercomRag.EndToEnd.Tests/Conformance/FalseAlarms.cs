namespace IntercomRag.EndToEnd.Tests.Conformance;

/// <summary>
/// Where the description is wrong about real workspaces, so that following it would be the mistake. Only what a test has met is listed.
/// </summary>
internal static class FalseAlarms
{
    private const string Integer = "must be integer";
    private const string OneOf = "must match exactly one schema in oneOf";
    private const string Address = "must match format \"uri\"";
    private const string Null = "^null$";
    private const string Relative = "^\"/";

    private static readonly FalseAlarm[] All =
    [
        // A number of a statistic is null until there is something to count; only the whole of them is described as nullable.
        .. Statistics("time_to_assignment", "time_to_admin_reply", "time_to_first_close", "time_to_last_close", "median_time_to_reply"),
        .. Statistics("first_assignment_at", "first_admin_reply_at", "first_close_at"),
        .. Statistics("last_assignment_at", "last_assignment_admin_reply_at", "last_admin_reply_at", "last_close_at"),
        .. InConversations("statistics.last_closed_by_id", "must be string", Null),

        // A lead without an address writes with an empty one.
        .. InConversations("source.author.email", "must match format \"email\"", "^\"\"$"),
        new(OneConversation, "response.body.conversation_parts.conversation_parts.*.author.email", "must match format \"email\"", "^\"\"$"),

        // What belongs to a contact is referred to by relative addresses.
        .. InContacts("tags.url", Address, Relative),
        .. InContacts("tags.data.*.url", Address, Relative),
        .. InContacts("notes.url", Address, Relative),
        .. InContacts("companies.url", Address, Relative),
        .. InContacts("companies.data.*.url", Address, Relative),

        // The type of such a reference is described as an address, with the example "contact"; it is a name.
        .. InContacts("tags.data.*.type", Address, "^\"tag\"$"),

        // A group of filters, as in the description's own example, which Prism reports too: the branch that allows it refers to itself.
        .. InSearches("query", OneOf),
        .. InSearches("query.operator", "must be equal to one of the allowed values: =, !=, IN, NIN, <, <=, >, >=, ~, !~, ^, $"),
        .. InSearches("query.value", OneOf, "must be string", Integer, "must be boolean"),
        .. InSearches("query.value.*", OneOf, "must be string", Integer),

        // Lists with page numbers give the address of the next page, lists with cursors the object that is described for both.
        new(["GET /articles", "GET /help_center/collections"], "response.body.pages.next", "must be object,null", "^\"https?://"),
    ];

    private static IReadOnlyList<string> OneConversation => ["GET /conversations/{id}", "POST /conversations/{id}/reply", "POST /conversations/{id}/parts"];

    public static bool Cover(Exchange exchange, Violation violation) => All.Any(alarm => alarm.Covers(exchange, violation));

    private static IEnumerable<FalseAlarm> Statistics(params string[] names) => names.SelectMany(name => InConversations($"statistics.{name}", Integer, Null));

    private static IEnumerable<FalseAlarm> InConversations(string location, string rule, string found) =>
    [
        new(OneConversation, $"response.body.{location}", rule, found),
        new(["GET /conversations", "POST /conversations/search"], $"response.body.conversations.*.{location}", rule, found),
    ];

    private static IEnumerable<FalseAlarm> InSearches(string location, params string[] rules) =>
        rules.Select(rule => new FalseAlarm(["POST /conversations/search"], $"request.body.{location}", rule, "^$"));

    private static IEnumerable<FalseAlarm> InContacts(string location, string rule, string found) =>
    [
        new(["GET /contacts/{id}"], $"response.body.{location}", rule, found),
        new(["GET /contacts"], $"response.body.data.*.{location}", rule, found),
    ];
}
