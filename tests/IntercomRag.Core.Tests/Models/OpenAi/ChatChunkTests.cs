using System.Text;
using System.Text.Json;
using IntercomRag.Core.Models.OpenAi;

namespace IntercomRag.Core.Tests.Models.OpenAi;

public sealed class ChatChunkTests
{
    [Theory]
    [InlineData("""{"id":"c1","model":"m","choices":[{"index":0,"delta":{"role":"assistant","content":"Hel"},"finish_reason":null}]}""", "Hel", null)]
    [InlineData("""{"choices":[{"delta":{"content":""},"finish_reason":""}]}""", "", null)]
    [InlineData("""{"choices":[{"message":{"content":"Whole"},"finish_reason":"stop"}]}""", "Whole", "stop")]
    [InlineData("""{"choices":[{"delta":{},"finish_reason":"model_length"}]}""", "", "model_length")]
    [InlineData("""{"choices":[{"delta":{"content":[{"type":"thinking","thinking":[]},{"type":"text","text":"Hi"}]}}]}""", "Hi", null)]
    [InlineData("""{"choices":[{"delta":{"reasoning_content":"hm"}}]}""", "", null)]
    [InlineData("""{"choices":[{"delta":{"refusal":"I am sorry"}}]}""", "", "content_filter")]
    [InlineData("""{"choices":[]}""", "", null)]
    [InlineData("""{"choices":null,"usage":"none"}""", "", null)]
    public void Read_WhatServersSend_IsTextAndReason(string json, string text, string? reason)
    {
        var chunk = Read(json);

        chunk.Text.ShouldBe(text);
        chunk.FinishReason.ShouldBe(reason);
        chunk.IsError.ShouldBeFalse();
    }

    [Fact]
    public void Read_Usage_HasEveryCount()
    {
        var usage = Read(
            """
            {"choices":[],"usage":{"prompt_tokens":12,"completion_tokens":3,"total_tokens":15,"prompt_tokens_details":{"cached_tokens":8},"completion_tokens_details":{"reasoning_tokens":2}}}
            """).Usage!;

        (usage.InputTokenCount, usage.OutputTokenCount, usage.TotalTokenCount, usage.CachedInputTokenCount, usage.ReasoningTokenCount).ShouldBe((12, 3, 15, 8, 2));
    }

    [Fact]
    public void Read_ErrorInTheStream_IsSeen() => Read("""{"error":{"message":"out of memory"}}""").IsError.ShouldBeTrue();

    [Theory]
    [InlineData("[1]")]
    [InlineData("<html>")]
    public void Read_NoObject_Throws(string text) => Should.Throw<JsonException>(() => Read(text));

    private static ChatChunk Read(string json) => ChatChunk.Read(Encoding.UTF8.GetBytes(json));
}
