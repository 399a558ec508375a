using IntercomRag.Core.Intercom.Errors;
using IntercomRag.Core.Knowledge;
using IntercomRag.Core.Storage;

namespace IntercomRag.Core.Conversations.Inbox;

/// <summary>Tells failures of the surroundings from failures of the work itself.</summary>
public static class TransientFailure
{
    /// <summary>
    /// True while Intercom or the storage is away, slow, overloaded or limits its rate: the same work can succeed later without anybody's help. A
    /// write of unknown outcome is one too, for the next lease reads the conversation before it writes again.
    /// </summary>
    public static bool Is(Exception failure) => failure switch
    {
        IntercomWriteUnknownException or StorageUnavailableException => true,
        IntercomException intercom => intercom.IsTransient,
        HelpCenterException { InnerException: { } cause } => Is(cause),
        _ => false,
    };
}
