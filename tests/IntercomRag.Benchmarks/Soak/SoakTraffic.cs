using IntercomRag.Benchmarks.Chaos;

namespace IntercomRag.Benchmarks.Soak;

/// <summary>
/// Steady traffic: the same customers come back with new conversations. Most ask once or twice, some want a person, and some are answered by a
/// teammate, who closes.
/// </summary>
internal sealed class SoakTraffic(Workspace workspace, int seed)
{
    private const int Customers = 60;
    private const string Teammate = "9002";

    /// <summary>Between two conversations.</summary>
    private static readonly TimeSpan s_interval = TimeSpan.FromMilliseconds(400);

    /// <summary>Between two messages of one customer: longer than a burst.</summary>
    private static readonly TimeSpan s_pause = TimeSpan.FromSeconds(3);

    private readonly Random _random = new(seed);
    private int _conversations;

    public int Conversations => Volatile.Read(ref _conversations);

    public async Task RunAsync(TimeSpan length, CancellationToken cancellationToken)
    {
        var contacts = new List<string>();
        for (var number = 0; number < Customers; number++)
        {
            contacts.Add(await workspace.CreateContactAsync(number % 2 == 0 ? "fr" : "en", cancellationToken));
        }

        var start = TimeProvider.System.GetTimestamp();
        var open = new List<Task>();
        using var timer = new PeriodicTimer(s_interval);
        while (TimeProvider.System.GetElapsedTime(start) < length && await timer.WaitForNextTickAsync(cancellationToken))
        {
            var number = _conversations++ % Customers;
            open.RemoveAll(one => one.IsCompletedSuccessfully);
            open.Add(TalkAsync(contacts[number], number % 2 == 0 ? "fr" : "en", _random.Next(100), _random.Next(), cancellationToken));
        }

        await Task.WhenAll(open);
    }

    private async Task TalkAsync(string contact, string language, int kind, int choice, CancellationToken cancellationToken)
    {
        var topics = QuestionPool.Topics.Where(one => one.Language == language).ToArray();
        var questions = topics[choice % topics.Length].Lines;
        var id = await workspace.WriteAsync(contact, null, questions[0], cancellationToken);
        await Task.Delay(s_pause, TimeProvider.System, cancellationToken);
        switch (kind)
        {
            case < 15:
                var wishes = QuestionPool.Handovers(language);
                await workspace.WriteAsync(contact, id, wishes[choice % wishes.Length], cancellationToken);
                break;
            case < 30:
                await workspace.ActAsync(id, new { AdminId = Teammate, Action = "reply", Body = "<p>Hello, this is Camille.</p>" }, cancellationToken);
                await workspace.ActAsync(id, new { AdminId = Teammate, Action = "close" }, cancellationToken);
                break;
            case < 65:
                await workspace.WriteAsync(contact, id, questions[1], cancellationToken);
                break;
        }
    }
}
