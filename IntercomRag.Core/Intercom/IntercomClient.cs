using IntercomRag.Core.Intercom.Transport;

namespace IntercomRag.Core.Intercom;

/// <summary>
/// Intercom's REST API, grouped as Intercom groups it. All clients of a process share one rate budget and are safe for concurrent use.
/// </summary>
/// <remarks>
/// Every method throws a subclass of <see cref="Errors.IntercomException"/> when it fails. What it says of a write is certain:
/// <list type="bullet">
/// <item><see cref="Errors.IntercomApiException"/>: Intercom said no; nothing was done.</item>
/// <item><see cref="Errors.IntercomWriteRefusedException"/>: it could not be sent now, or came over the rate limit; nothing was done.</item>
/// <item><see cref="OperationCanceledException"/>: cancelled before it left; nothing was done.</item>
/// <item><see cref="Errors.IntercomWriteUnknownException"/>: it left and may have been carried out, cancelled afterwards or not.</item>
/// </list>
/// </remarks>
public sealed class IntercomClient
{
    private readonly IntercomCaller _caller;
    private readonly string _botAdminId;

    internal IntercomClient(IntercomCaller caller, string botAdminId)
    {
        _caller = caller;
        _botAdminId = botAdminId;
        Conversations = new ConversationsApi(caller, botAdminId);
        Contacts = new ContactsApi(caller);
        Articles = new ArticlesApi(caller);
        HelpCenter = new HelpCenterApi(caller);
        Teammates = new TeammatesApi(caller);
        Tags = new TagsApi(caller);
    }

    public ConversationsApi Conversations { get; }

    public ContactsApi Contacts { get; }

    public ArticlesApi Articles { get; }

    public HelpCenterApi HelpCenter { get; }

    public TeammatesApi Teammates { get; }

    public TagsApi Tags { get; }

    /// <summary>
    /// The same client at another priority. The registered one calls as <see cref="CallPriority.Reply"/>; work that nobody waits for uses
    /// <c>client.WithPriority(CallPriority.Sync)</c>.
    /// </summary>
    public IntercomClient WithPriority(CallPriority priority) => new(_caller.WithPriority(priority), _botAdminId);
}
