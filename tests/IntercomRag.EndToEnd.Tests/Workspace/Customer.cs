using IntercomRag.Testing;

namespace IntercomRag.EndToEnd.Tests.Workspace;

/// <summary>Somebody who writes in one conversation.</summary>
/// <param name="replyDeadline">Instead of <see cref="ReplyDeadline"/>.</param>
internal sealed class Customer(WorkspaceClient workspace, string contactId, TimeSpan? replyDeadline = null)
{
    public static readonly TimeSpan ReplyDeadline = TimeSpan.FromSeconds(20);

    private int _repliesRead;

    public string ContactId => contactId;

    public string ConversationId { get; private set; } = "";

    /// <summary>Writes without waiting.</summary>
    public async Task SayAsync(string text) => await WriteAsync(new Message(text));

    /// <summary>Writes and returns the assistant's next reply.</summary>
    public async Task<Part> AskAsync(string text)
    {
        await SayAsync(text);
        return await ReplyAsync();
    }

    public Task SendFileAsync(string name) =>
        WriteAsync(new Message(Attachments: [new Attachment(name, $"https://files.tandem.example/{name}", "image/png")]));

    public Task ChooseAsync(QuickReply option) => WriteAsync(new Message(QuickReplyUuid: option.Uuid));

    /// <summary>The assistant's next reply that was not returned yet.</summary>
    public async Task<Part> ReplyAsync()
    {
        var wanted = _repliesRead + 1;
        var conversation = await WaitAsync(one => one.Replies.Count >= wanted, $"reply {wanted} of the assistant");
        _repliesRead = wanted;
        return conversation.Replies[wanted - 1];
    }

    /// <summary>The buttons that the assistant sends after an offer.</summary>
    public async Task<IReadOnlyList<QuickReply>> OffersAsync() => (await WaitAsync(one => one.Offered.Count > 0, "offered buttons")).Offered;

    public Task<Conversation> ConversationAsync() => workspace.ConversationAsync(ConversationId);

    public Task<Conversation> WaitAsync(Func<Conversation, bool> condition, string description) =>
        Eventually.ReadAsync(ConversationAsync, condition, replyDeadline ?? ReplyDeadline, TestContext.Current.CancellationToken, description);

    private async Task WriteAsync(Message message)
    {
        var written = await workspace.WriteAsync(contactId, message with { ConversationId = ConversationId is "" ? null : ConversationId });
        ConversationId = written.ConversationId;
    }
}
