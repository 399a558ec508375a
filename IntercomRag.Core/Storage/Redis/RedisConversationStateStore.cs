using System.Text.Json;
using IntercomRag.Core.Conversations;
using IntercomRag.Core.Conversations.Inbox;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using StackExchange.Redis;

namespace IntercomRag.Core.Storage.Redis;

/// <summary>Memories as JSON under <c>conversation:…</c>, each kept for <see cref="RedisOptions.ConversationMemoryTime"/> after it was saved.</summary>
public sealed partial class RedisConversationStateStore(
    RedisConnection connection,
    IOptions<RedisOptions> options,
    ILogger<RedisConversationStateStore> logger) : IConversationStateStore
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    public async Task<ConversationMemory> LoadAsync(SubjectKey conversation, CancellationToken cancellationToken)
    {
        var value = await connection.RunAsync(database => database.StringGetAsync(Name(conversation)), cancellationToken);
        if (value.IsNull)
        {
            return ConversationMemory.Empty;
        }

        try
        {
            return JsonSerializer.Deserialize<ConversationMemory>((string)value!, Json) ?? ConversationMemory.Empty;
        }
        catch (JsonException exception)
        {
            LogUnreadable(conversation, exception);
            return ConversationMemory.Empty;
        }
    }

    public Task SaveAsync(SubjectKey conversation, ConversationMemory memory, CancellationToken cancellationToken)
    {
        var json = JsonSerializer.Serialize(memory, Json);
        return connection.WriteAsync(
            database => database.StringSetAsync(Name(conversation), json, options.Value.ConversationMemoryTime), cancellationToken);
    }

    private static RedisKey Name(SubjectKey conversation) => $"conversation:{SubjectName.Format(conversation)}";

    [LoggerMessage(Level = LogLevel.Warning, Message = "The stored memory of conversation {Conversation} cannot be read; starting from none")]
    private partial void LogUnreadable(SubjectKey conversation, Exception exception);
}
