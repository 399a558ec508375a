using IntercomRag.Testing.Judging;

namespace IntercomRag.Simulator.Tests.Judging;

/// <summary>
/// Writes a record by hand. Times are milliseconds from the beginning of the conversation; the assistant reads just before it sends, unless told
/// otherwise.
/// </summary>
internal sealed class RecordBuilder
{
    public const string GiftCards = "How long is a gift card valid?";
    public const string WaitingLists = "How do waiting lists work?";

    private static readonly DateTimeOffset s_begin = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);

    private static readonly JudgeSettings s_settings = new(
        TimeSpan.FromMilliseconds(250),
        new Dictionary<string, string> { [GiftCards] = "1024", [WaitingLists] = "1019" });

    private readonly List<JudgedPart> _parts = [];

    public RecordBuilder Customer(int at, string text = "Hello?") => Add(at, "comment", PartAuthor.Customer, text);

    public RecordBuilder Answer(int at, string article = "1024", int? sent = null, int? read = null) =>
        Add(at, "comment", PartAuthor.Assistant, $"See Gift cards (https://help.tandem.example/en/articles/{article}-an-article)", sent: sent ?? at, read: read);

    public RecordBuilder Says(int at, int? sent = null) => Add(at, "comment", PartAuthor.Assistant, "A colleague will answer.", sent: sent ?? at);

    public RecordBuilder Buttons(int at) => Add(at, "quick_reply", PartAuthor.Assistant, "", isPublic: true, sent: at);

    public RecordBuilder Note(int at) => Add(at, "note", PartAuthor.Assistant, "For the agent", isPublic: false, sent: at);

    public RecordBuilder HandsOver(int at, int? sent = null) => Add(at, "assignment", PartAuthor.Assistant, "", Receiver.Team, sent: sent ?? at);

    public RecordBuilder Human(int at) => Add(at, "comment", PartAuthor.Human, "I am looking into it.");

    public RecordBuilder HumanAssigns(int at, Receiver to) => Add(at, "assignment", PartAuthor.Human, "", to);

    public RecordBuilder HumanCloses(int at) => Add(at, "close", PartAuthor.Human, "");

    public Verdict Judge() => Testing.Judging.Judge.Of([new JudgedConversation("1", _parts)], s_settings);

    /// <summary>The promises that are broken, one for each violation.</summary>
    public IEnumerable<Promise> Broken() => Judge().Violations.Select(violation => violation.Promise);

    private RecordBuilder Add(
        int at, string type, PartAuthor author, string text, Receiver to = Receiver.None, bool? isPublic = null, int? sent = null, int? read = null)
    {
        _parts.Add(new JudgedPart(
            $"{_parts.Count + 1}", type, author, s_begin.AddMilliseconds(at), Time(sent), Time(read ?? sent - 10), isPublic ?? text.Length > 0, to, text));
        return this;
    }

    private static DateTimeOffset? Time(int? milliseconds) => milliseconds is { } known ? s_begin.AddMilliseconds(known) : null;
}
