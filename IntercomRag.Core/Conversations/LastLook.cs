using Microsoft.Extensions.Options;

namespace IntercomRag.Core.Conversations;

/// <summary>
/// Reads the conversation again just before something is written to it. Composing takes time, and meanwhile a human may have spoken or the
/// customer may have added what changes the answer.
/// </summary>
public sealed class LastLook(TurnLoader loader, IOptions<TurnOptions> options, TimeProvider time)
{
    private const int MostLooks = 3;

    /// <summary>
    /// The conversation as it was at most <see cref="TurnOptions.LookFreshness"/> ago, or null when it does not exist any more. An answer that
    /// took longer may show what was true before the wait, so the look is repeated; an Intercom that stays slow is believed in the end,
    /// because a customer without an answer is worse.
    /// </summary>
    public async Task<Turn?> ReadAsync(Turn turn, CancellationToken cancellationToken)
    {
        for (var looks = 1; ; looks++)
        {
            var asked = time.GetTimestamp();
            var now = await loader.ReloadAsync(turn, cancellationToken);
            if (time.GetElapsedTime(asked) <= options.Value.LookFreshness || looks == MostLooks)
            {
                return now;
            }
        }
    }
}
