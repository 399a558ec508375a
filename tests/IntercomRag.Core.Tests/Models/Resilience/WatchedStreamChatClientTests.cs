using System.Runtime.CompilerServices;
using System.Threading.Channels;
using IntercomRag.Core.Models;
using IntercomRag.Core.Models.Resilience;
using IntercomRag.Testing;
using Microsoft.Extensions.AI;

namespace IntercomRag.Core.Tests.Models.Resilience;

public sealed class WatchedStreamChatClientTests : IDisposable
{
    private readonly FakeTimeProvider _time = new();
    private readonly StreamedChatClient _server = new();

    public void Dispose() => _server.Dispose();

    [Fact]
    public async Task GetResponse_PiecesInTime_IsTheWholeAnswer()
    {
        var answer = AskAsync();
        _time.Advance(TimeSpan.FromSeconds(9));
        await _server.SendAsync("Hel");
        for (var i = 0; i < 3; i++)
        {
            await Eventually.HoldsAsync(() => _server.Taken == i + 1, cancellationToken: TestContext.Current.CancellationToken);
            _time.Advance(TimeSpan.FromSeconds(4));
            await _server.SendAsync("lo");
        }

        _server.End();
        var response = await answer;

        response.Text.ShouldBe("Hellololo");
        response.AdditionalProperties![WatchedStreamChatClient.TimeToFirstChunk].ShouldBe(9.0);
    }

    [Fact]
    public async Task GetResponse_NothingComes_IsTooSlow()
    {
        var answer = AskAsync();
        _time.Advance(TimeSpan.FromSeconds(10));

        await ShouldBeTooSlowAsync(answer);
    }

    [Fact]
    public async Task GetResponse_NothingMoreComes_IsTooSlow()
    {
        var answer = AskAsync();
        await _server.SendAsync("Hel");
        await Eventually.HoldsAsync(() => _server.Taken == 1, cancellationToken: TestContext.Current.CancellationToken);
        _time.Advance(TimeSpan.FromSeconds(5));

        await ShouldBeTooSlowAsync(answer);
    }

    private static async Task ShouldBeTooSlowAsync(Task answer)
    {
        var failure = await Should.ThrowAsync<ModelException>(() => answer);
        failure.Failure.ShouldBe(ModelFailure.TooSlow);
        failure.MayBeCharged.ShouldBeTrue();
    }

    private Task<ChatResponse> AskAsync() =>
        new WatchedStreamChatClient(_server, Microsoft.Extensions.Options.Options.Create(new ModelOptions()), _time)
            .GetResponseAsync(Questions.Messages, Questions.Options(), TestContext.Current.CancellationToken);

    /// <summary>Streams what the test sends, when it sends it.</summary>
    private sealed class StreamedChatClient : IChatClient
    {
        private readonly Channel<string> _pieces = Channel.CreateUnbounded<string>();
        private int _taken;

        /// <summary>Pieces after which the reader has come back for more.</summary>
        public int Taken => Volatile.Read(ref _taken);

        public ValueTask SendAsync(string text) => _pieces.Writer.WriteAsync(text);

        public void End() => _pieces.Writer.Complete();

        public Task<ChatResponse> GetResponseAsync(
            IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
            IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            await foreach (var piece in _pieces.Reader.ReadAllAsync(cancellationToken))
            {
                yield return new ChatResponseUpdate(ChatRole.Assistant, piece);
                Interlocked.Increment(ref _taken);
            }
        }

        public object? GetService(Type serviceType, object? serviceKey = null) => null;

        public void Dispose()
        {
        }
    }
}
