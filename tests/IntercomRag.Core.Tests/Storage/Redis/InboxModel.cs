using IntercomRag.Core.Conversations.Inbox;

namespace IntercomRag.Core.Tests.Storage.Redis;

/// <summary>The rules of <see cref="IInbox"/> on plain lists, without a thought for speed, crashes or races.</summary>
internal sealed class InboxModel(TimeProvider clock, InboxOptions options)
{
    private readonly Dictionary<SubjectKey, State> _subjects = [];
    private int _dead;

    public Dictionary<SubjectKey, long> Tokens { get; } = [];

    private DateTimeOffset Now => clock.GetUtcNow();

    public void Enqueue(InboxItem item, BurstWindow window)
    {
        var state = _subjects.TryGetValue(item.Subject, out var known) ? known : _subjects[item.Subject] = new State();
        var first = state.First ??= Now;
        var quiet = window.QuietAfter(state.Items.Count - (state.Leased ? state.Count : 0));
        var due = Now + quiet < first + window.Cap ? Now + quiet : first + window.Cap;
        state.Window = due > state.NotBefore ? due : state.NotBefore;
        state.Items.Add(new Entry(item.Topic, Now));
        if (!state.Leased)
        {
            state.Due = state.Window;
        }
    }

    /// <param name="chosen">What the inbox leased: the model only says whether it was allowed to, as two subjects may be due equally long.</param>
    public (int Attempt, int Failures, IReadOnlyList<string> Topics)? Lease(SubjectKey? chosen)
    {
        while (_subjects.Where(pair => pair.Value.Due <= Now).OrderBy(pair => pair.Value.Due).ToList() is { Count: > 0 } due)
        {
            var (subject, state) = due.FirstOrDefault(pair => pair.Key == chosen && pair.Value.Due == due[0].Value.Due, due[0]);
            Bury(subject, state, state.Items.TakeWhile(item => item.Attempts >= options.MaxAttempts).ToList());
            if (state.Items.Count == 0)
            {
                continue;
            }

            state.Items.ForEach(item => item.Attempts++);
            state.Count = state.Items.Count;
            state.Leased = true;
            (state.First, state.NotBefore) = (null, default);
            state.Due = Now + options.LeaseDuration;
            return (state.Items[0].Attempts, state.Failures, state.Items.ConvertAll(item => item.Topic));
        }

        return null;
    }

    public bool Renew(InboxLease lease)
    {
        if (!Holds(lease, out var state))
        {
            return false;
        }

        state.Due = Now + options.LeaseDuration;
        return true;
    }

    public bool Complete(InboxLease lease)
    {
        if (!Holds(lease, out var state))
        {
            return false;
        }

        state.Items.RemoveRange(0, state.Count);
        state.Failures = 0;
        Release(lease.Subject, state, state.Window);
        return true;
    }

    public bool Defer(InboxLease lease, TimeSpan delay)
    {
        if (!Holds(lease, out var state))
        {
            return false;
        }

        state.Items.Take(state.Count).ToList().ForEach(item => item.Attempts--);
        var window = state.First is null ? default : state.Window;
        state.NotBefore = Now + delay;
        Release(lease.Subject, state, state.NotBefore > window ? state.NotBefore : window);
        return true;
    }

    public RetryResult Retry(InboxLease lease, bool transient)
    {
        if (!Holds(lease, out var state))
        {
            return RetryResult.LeaseLost;
        }

        var leased = state.Items.Take(state.Count).ToList();
        var spent = leased.TakeWhile(item =>
            transient ? item.StoredAt < Now - options.GiveUpAfter : item.Attempts >= options.MaxAttempts).ToList();
        var due = state.First is null ? default : state.Window;
        if (spent.Count < state.Count)
        {
            var backOff = Math.Min(options.RetryCap.TotalSeconds, options.RetryDelay.TotalSeconds * Math.Pow(2, lease.Failures));
            state.NotBefore = Now + TimeSpan.FromSeconds(backOff);
            state.Failures++;
            due = state.NotBefore > due ? state.NotBefore : due;
        }
        else
        {
            state.Failures = 0;
        }

        if (transient)
        {
            leased.ForEach(item => item.Attempts--);
        }

        Bury(lease.Subject, state, spent);
        Release(lease.Subject, state, due);
        return spent.Count > 0 ? RetryResult.DeadLettered : RetryResult.Scheduled;
    }

    public InboxDepth Measure()
    {
        var leased = _subjects.Values.Count(state => state.Leased && state.Due > Now);
        return new InboxDepth(_subjects.Count - leased, leased, _dead);
    }

    private bool Holds(InboxLease lease, out State state) =>
        _subjects.TryGetValue(lease.Subject, out state!) && state.Leased && Tokens[lease.Subject] == lease.Token;

    private void Release(SubjectKey subject, State state, DateTimeOffset due)
    {
        (state.Leased, state.Due) = (false, due);
        if (state.Items.Count == 0)
        {
            _subjects.Remove(subject);
        }
    }

    private void Bury(SubjectKey subject, State state, List<Entry> spent)
    {
        if (spent.Count > 0)
        {
            _dead++;
            state.Items.RemoveRange(0, spent.Count);
        }

        if (state.Items.Count == 0)
        {
            _subjects.Remove(subject);
        }
    }

    private sealed class Entry(string topic, DateTimeOffset storedAt)
    {
        public DateTimeOffset StoredAt { get; } = storedAt;

        public string Topic { get; } = topic;

        public int Attempts { get; set; }
    }

    private sealed class State
    {
        public List<Entry> Items { get; } = [];

        public DateTimeOffset Due { get; set; }

        public DateTimeOffset Window { get; set; }

        public DateTimeOffset NotBefore { get; set; }

        public DateTimeOffset? First { get; set; }

        public bool Leased { get; set; }

        public int Count { get; set; }

        public int Failures { get; set; }
    }
}
