using IntercomRag.Core.Conversations;
using IntercomRag.Core.Conversations.Inbox;
using IntercomRag.Core.Knowledge;
using IntercomRag.Core.Storage.Redis;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace IntercomRag.Core.Tests.Storage.Redis;

public sealed class RedisConversationStateStoreTests(CacheServers servers)
{
    [Theory, EveryServer]
    public async Task Load_AfterSave_ReturnsTheSame(ServerKind kind)
    {
        var (store, conversation) = (Open(await servers.ConnectAsync(kind)), NewConversation());
        var memory = new ConversationMemory("99", 1, Offer: true, [new ArticleKey("12", "fr")]);

        await store.SaveAsync(conversation, memory, Token);

        var loaded = await store.LoadAsync(conversation, Token);
        loaded.Articles.ShouldBe(memory.Articles);
        (loaded with { Articles = memory.Articles }).ShouldBe(memory);
    }

    [Theory, EveryServer]
    public async Task Load_NothingStored_IsEmpty(ServerKind kind) =>
        (await Open(await servers.ConnectAsync(kind)).LoadAsync(NewConversation(), Token)).ShouldBe(ConversationMemory.Empty);

    [Theory, EveryServer]
    public async Task Load_Unreadable_IsEmpty(ServerKind kind)
    {
        var connection = await servers.ConnectAsync(kind);
        var conversation = NewConversation();
        foreach (var damage in new[] { "{\"handledUpTo\":", "[]", "null", "{\"clarifications\":1}" })
        {
            await connection.RunAsync(database => database.StringSetAsync($"conversation:demo:{conversation.Id}", damage), Token);

            (await Open(connection).LoadAsync(conversation, Token)).ShouldBe(ConversationMemory.Empty, damage);
        }
    }

    [Theory, EveryServer]
    public async Task Save_Memory_ExpiresAfterItsTime(ServerKind kind)
    {
        var connection = await servers.ConnectAsync(kind);
        var conversation = NewConversation();

        await Open(connection).SaveAsync(conversation, ConversationMemory.Empty, Token);

        var left = await connection.RunAsync(database => database.KeyTimeToLiveAsync($"conversation:demo:{conversation.Id}"), Token);
        left.ShouldNotBeNull().ShouldBeInRange(TimeSpan.FromDays(29), TimeSpan.FromDays(30));
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static SubjectKey NewConversation() => new("demo", $"{Guid.NewGuid():N}");

    private static RedisConversationStateStore Open(RedisConnection connection) =>
        new(connection, Options.Create(new RedisOptions()), NullLogger<RedisConversationStateStore>.Instance);
}
