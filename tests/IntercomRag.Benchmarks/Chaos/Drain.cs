using IntercomRag.Testing.Judging;

namespace IntercomRag.Benchmarks.Chaos;

/// <summary>Waits until nothing happens any more.</summary>
internal static class Drain
{
    private static readonly TimeSpan s_longest = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan s_pause = TimeSpan.FromSeconds(1);

    public static async Task<IReadOnlyList<JudgedConversation>> RunAsync(Workspace workspace, CancellationToken cancellationToken)
    {
        var time = TimeProvider.System;
        var began = time.GetTimestamp();
        var changed = began;
        var parts = -1;
        while (true)
        {
            var record = await workspace.RecordAsync(cancellationToken);
            var now = record.Sum(conversation => conversation.Parts.Count);
            if (now != parts || await workspace.WaitingWebhooksAsync(cancellationToken) > 0)
            {
                parts = now;
                changed = time.GetTimestamp();
            }

            if (time.GetElapsedTime(changed) > ShortTimes.Settled || time.GetElapsedTime(began) > s_longest)
            {
                return record;
            }

            await Task.Delay(s_pause, time, cancellationToken);
        }
    }
}
