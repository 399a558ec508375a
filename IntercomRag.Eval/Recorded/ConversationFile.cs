using System.Text.Json;
using IntercomRag.Core.Conversations;
using IntercomRag.Core.Decisions;
using IntercomRag.Core.Telemetry;
using IntercomRag.Core.Telemetry.Traces;

namespace IntercomRag.Eval.Recorded;

/// <summary>
/// Reads recorded conversations, one a line:
/// <code>
/// {"id":"demo-1","locale":"fr","contact":{"name":"Zoé Petit","segments":["VIP"]},"turns":[{"role":"user","text":"…"},{"role":"bot","text":"…"},
///  {"role":"user","text":"…"}],"gold":{"action":"answer","accept":[],"reason":"evidence","article_ids":["1003"],"must_contain":["12 heures"]},"source":"demo"}
/// </code>
/// What is wrong stops with file and line; what is only missing is counted.
/// </summary>
public static class ConversationFile
{
    private static readonly JsonSerializerOptions s_options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
    };

    private static readonly HashSet<string> s_actions = [.. Enum.GetValues<AssistantAction>().Select(CodeName.Of)];

    /// <exception cref="EvalException">The file cannot be used.</exception>
    public static IReadOnlyList<RecordedConversation> Read(string path, AgentRole agents, TraceWarnings warnings)
    {
        var lines = ReadLines(path);
        var human = agents == AgentRole.Human
            || (agents == AgentRole.Auto && lines.Any(line => line.Line.Turns!.Any(turn => turn.Role == "bot")));
        var ids = new Dictionary<string, string>(StringComparer.Ordinal);
        var conversations = new List<RecordedConversation>();
        foreach (var (line, origin) in lines)
        {
            if (!ids.TryAdd(line.Id!, origin))
            {
                throw new EvalException($"{origin}: the id \"{line.Id}\" stands at {ids[line.Id!]} already; results are compared by id.");
            }

            if (line.Gold is null)
            {
                warnings.Add("gold_missing", $"{origin}: \"{line.Id}\" has no gold label; it is replayed and not judged");
            }

            conversations.Add(Create(line, human, origin));
        }

        return conversations;
    }

    private static List<(ConversationLine Line, string Origin)> ReadLines(string path)
    {
        var lines = new List<(ConversationLine, string)>();
        try
        {
            foreach (var (index, text) in File.ReadLines(path).Index().Where(line => !string.IsNullOrWhiteSpace(line.Item)))
            {
                var origin = $"{path}:{index + 1}";
                var line = Parse(text, origin);
                if (Problem(line) is { } problem)
                {
                    throw new EvalException($"{origin}: {problem}");
                }

                lines.Add((line, origin));
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new EvalException($"{path}: cannot be read: {exception.Message}", exception);
        }

        return lines.Count > 0 ? lines : throw new EvalException($"{path}: the file is empty; a recorded conversation is expected on each line.");
    }

    private static ConversationLine Parse(string text, string origin)
    {
        try
        {
            return JsonSerializer.Deserialize<ConversationLine>(text, s_options) ?? throw new EvalException($"{origin}: the line holds null.");
        }
        catch (JsonException exception)
        {
            throw new EvalException($"{origin}: not a recorded conversation: {exception.Message}", exception);
        }
    }

    private static string? Problem(ConversationLine line) => line switch
    {
        { Id: null or "" } => "\"id\" is missing.",
        { Turns: null or [] } => $"\"turns\" of \"{line.Id}\" is missing or empty.",
        _ when line.Turns.FirstOrDefault(turn => turn.Role is not ("user" or "agent" or "bot")) is { } turn =>
            $"\"{line.Id}\": the role \"{turn.Role}\" is none of user, agent, bot.",
        _ when line.Turns[^1].Role != "user" => $"\"{line.Id}\": the last turn is not the customer's (role \"user\").",
        { Gold.Action: { } action } when !s_actions.Contains(action) => $"\"{line.Id}\": gold.action \"{action}\" is none of {string.Join(", ", s_actions)}.",
        _ when line.Gold?.Accept?.FirstOrDefault(action => !s_actions.Contains(action)) is { } action =>
            $"\"{line.Id}\": gold.accept names \"{action}\", which is none of {string.Join(", ", s_actions)}.",
        { Contact.Role: not (null or "user" or "lead" or "visitor") } => $"\"{line.Id}\": contact.role \"{line.Contact.Role}\" is none of user, lead, visitor.",
        _ => null,
    };

    private static RecordedConversation Create(ConversationLine line, bool human, string origin) => new(
        line.Id!,
        line.ConversationId,
        string.IsNullOrWhiteSpace(line.Locale) ? null : line.Locale,
        Contact(line.Contact),
        Turns(line, human),
        line.Gold is { } gold ? Label(gold) : null,
        line.Source?.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries).FirstOrDefault(),
        line.Gold?.Kb,
        origin);

    // Where a source lost what was said in between, the customer's messages are no burst: each had its answer, whose words nobody knows.
    private static IReadOnlyList<RecordedTurn> Turns(ConversationLine line, bool human)
    {
        var turns = line.Turns!.Select(turn => new RecordedTurn(Author(turn.Role, human), turn.Text ?? "", turn.Attachments > 0));
        return line.Gold?.AgentTurnsMissing == true
            ? [.. turns.SelectMany(turn => new[] { new RecordedTurn(AuthorKind.Assistant, "…", HasAttachments: false), turn }).Skip(1)]
            : [.. turns];
    }

    private static AuthorKind Author(string? role, bool human) => role switch
    {
        "user" => AuthorKind.Customer,
        "agent" when human => AuthorKind.Agent,
        _ => AuthorKind.Assistant,
    };

    private static RecordedContact Contact(ConversationLine.ContactPart? contact) => contact is null
        ? RecordedContact.Unknown
        : new RecordedContact(
            contact.Role switch { "lead" => CustomerRole.Lead, "visitor" => CustomerRole.Visitor, _ => CustomerRole.User },
            contact.Name,
            contact.Email,
            contact.Segments ?? [],
            (contact.CustomAttributes ?? new Dictionary<string, JsonElement>()).ToDictionary(entry => entry.Key, entry => entry.Value.ToString()));

    private static GoldLabel Label(ConversationLine.GoldPart gold) => new(
        gold.Action,
        [.. gold.Accept ?? [], .. AsGood(gold)],
        gold.Reason ?? ReasonOf(gold.Intent),
        gold.ArticleIds ?? [],
        string.IsNullOrWhiteSpace(gold.Answer) ? null : gold.Answer,
        gold.MustContain ?? [],
        gold.Answerable);

    // The data sets' own words: for what no article answers, saying so is as good as a handover.
    private static string[] AsGood(ConversationLine.GoldPart gold) =>
        gold.Intent is "out_of_scope" or "unanswerable" && gold.Action == "escalate" ? ["offer"] : [];

    // Data sets name what the customer wants; for these the reason of the handover follows.
    private static string? ReasonOf(string? intent) => intent switch
    {
        "human_request" => CodeName.Of(Reason.HumanRequest),
        "urgent_problem" => CodeName.Of(Reason.UrgentProblem),
        "refund" => CodeName.Of(Reason.Refund),
        "cancel" => CodeName.Of(Reason.CancelAccount),
        "complaint" => CodeName.Of(Reason.Complaint),
        "feedback" => CodeName.Of(Reason.Feedback),
        "out_of_scope" or "unanswerable" => CodeName.Of(Reason.LowConfidence),
        "needs_clarification" => CodeName.Of(Reason.TooVague),
        _ => null,
    };
}
