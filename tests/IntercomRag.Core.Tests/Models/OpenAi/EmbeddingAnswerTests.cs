using IntercomRag.Core.Models.OpenAi;

namespace IntercomRag.Core.Tests.Models.OpenAi;

public sealed class EmbeddingAnswerTests
{
    [Fact]
    public void Read_AnyOrderAndEncoding_IsInTheOrderOfTheTexts()
    {
        // 1.0f and 2.0f, little-endian.
        var vectors = Read("""{"model":"m","data":[{"index":1,"embedding":"AACAPwAAAEA="},{"index":0,"embedding":[0.5,-1]}],"usage":{"prompt_tokens":7}}""", count: 2);

        vectors[0].Vector.ToArray().ShouldBe([0.5f, -1f]);
        vectors[1].Vector.ToArray().ShouldBe([1f, 2f]);
        vectors[1].ModelId.ShouldBe("m");
        vectors.Usage!.InputTokenCount.ShouldBe(7);
    }

    [Theory]
    [InlineData("""{"data":[]}""")]
    [InlineData("""{"data":[{"index":0,"embedding":[]}]}""")]
    [InlineData("""{"data":[{"index":1,"embedding":[1]}]}""")]
    [InlineData("""{"data":[{"index":0,"embedding":[1e39]}]}""")]
    [InlineData("""{"data":[{"index":0,"embedding":["x"]}]}""")]
    [InlineData("""{"data":[{"index":0,"embedding":"?"}]}""")]
    [InlineData("""{"data":[{"index":0}]}""")]
    [InlineData("""{"data":[3]}""")]
    [InlineData("""{"data":""")]
    [InlineData("[]")]
    public void Read_NoVectorForAText_Throws(string body) => Should.Throw<Exception>(() => Read(body, count: 1));

    [Fact]
    public void Read_VectorsOfDifferentLength_Throws() =>
        Should.Throw<Exception>(() => Read("""{"data":[{"embedding":[1]},{"embedding":[1,2]}]}""", count: 2));

    private static Microsoft.Extensions.AI.GeneratedEmbeddings<Microsoft.Extensions.AI.Embedding<float>> Read(string body, int count) =>
        EmbeddingAnswer.Read(BinaryData.FromString(body), count, DateTimeOffset.UnixEpoch);
}
