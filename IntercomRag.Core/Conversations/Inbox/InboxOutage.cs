using Microsoft.Extensions.Logging;

namespace IntercomRag.Core.Conversations.Inbox;

/// <summary>Failures in a row of an inbox: how long to pause, and one log line for their begin and one for their end.</summary>
internal sealed class InboxOutage(string inbox, InboxProcessorOptions options, TimeProvider time, ILogger logger)
{
    private TimeSpan _pause;
    private long _began;

    /// <returns>How long to leave the inbox alone.</returns>
    public TimeSpan Failed(Exception exception)
    {
        if (_pause == TimeSpan.Zero)
        {
            _began = time.GetTimestamp();
            _pause = options.PollInterval;
            logger.InboxUnreachable(exception, inbox);
            return _pause;
        }

        _pause = _pause * 2 < options.OutagePauseCap ? _pause * 2 : options.OutagePauseCap;
        return _pause;
    }

    public void Ended()
    {
        if (_pause != TimeSpan.Zero)
        {
            _pause = TimeSpan.Zero;
            logger.InboxReachable(inbox, time.GetElapsedTime(_began).TotalSeconds);
        }
    }
}
