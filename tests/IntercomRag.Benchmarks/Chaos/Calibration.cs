using IntercomRag.Testing.Judging;

namespace IntercomRag.Benchmarks.Chaos;

/// <summary>
/// Asks every question once with nothing going wrong, and keeps those that are answered with the same article whichever way they are put.
/// </summary>
internal sealed class Calibration(Workspace workspace)
{
    private const int TopicsNeeded = 8;

    private static readonly TimeSpan s_deadline = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(250);

    /// <summary>How long replies take when nothing goes wrong.</summary>
    public IReadOnlyList<ReplyTime> ReplyTimes { get; private set; } = [];

    public async Task<IReadOnlyList<Topic>> RunAsync(CancellationToken cancellationToken)
    {
        var asked = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var topic in QuestionPool.Topics)
        {
            var contact = await workspace.CreateContactAsync(topic.Language, cancellationToken);
            foreach (var line in topic.Lines)
            {
                asked[line] = await workspace.WriteAsync(contact, null, line, cancellationToken);
            }
        }

        var answers = await AnswersAsync(asked.Count, cancellationToken);
        var topics = QuestionPool.Topics.Select(topic => Learn(topic, asked, answers)).OfType<Topic>().DistinctBy(topic => (topic.Language, topic.Article)).ToList();
        return topics.Count >= TopicsNeeded
            ? topics
            : throw new InvalidOperationException($"Only {topics.Count} of {QuestionPool.Topics.Count} topics got a stable answer in the calm phase.");
    }

    private async Task<IReadOnlyDictionary<string, string?>> AnswersAsync(int questions, CancellationToken cancellationToken)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (true)
        {
            var record = await workspace.RecordAsync(cancellationToken);
            var answers = record.Where(one => one.Parts.Any(IsReply)).ToDictionary(
                one => one.Id, one => one.Parts.First(IsReply).Articles.Select(article => (string?)article).FirstOrDefault());
            if (answers.Count == questions || TimeProvider.System.GetElapsedTime(began) > s_deadline)
            {
                ReplyTimes = Judge.Of(record, new JudgeSettings(TimeSpan.Zero, new Dictionary<string, string>())).ReplyTimes;
                return answers;
            }

            await Task.Delay(s_pause, TimeProvider.System, cancellationToken);
        }
    }

    private static Topic? Learn(Topic topic, Dictionary<string, string> asked, IReadOnlyDictionary<string, string?> answers)
    {
        var article = answers.GetValueOrDefault(asked[topic.Lines[0]]);
        var lines = topic.Lines.Where(line => article is not null && answers.GetValueOrDefault(asked[line]) == article).ToList();
        return lines.Count == 0 ? null : topic with { Lines = lines, Article = article };
    }

    private static bool IsReply(JudgedPart part) => part.IsWordOf(PartAuthor.Assistant);
}
