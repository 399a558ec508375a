using System.Text.Json;
using System.Text.Json.Nodes;
using IntercomRag.Core.Intercom.Json;
using IntercomRag.Core.Intercom.Records;
using IntercomRag.Core.Tests.Intercom.Support;

namespace IntercomRag.Core.Tests.Intercom.Json;

public sealed class BrokenJsonTests
{
    private static readonly string[] OtherValues = ["null", "0", "-1", "1e300", "\"secret\"", "true", "[]", "{}", "[\"secret\"]", "{\"a\":[null]}"];

    [Theory]
    [InlineData(
        """{"id":"1","conversation_parts":{"conversation_parts":[{"id":"1"},{"id":"2","created_at":true}]}}""",
        "$.conversation_parts.conversation_parts[1].created_at")]
    [InlineData("""{"id":"1","conversation_parts":{"conversation_parts":[{"id":"1","author":{"id":[]}}]}}""", "$.conversation_parts.conversation_parts[0].author.id")]
    [InlineData("""{"id":"1","tags":"none"}""", "$.tags")]
    [InlineData("""{"id":"1","conversation_rating":{"rating":"five"}}""", "$.conversation_rating.rating")]
    [InlineData("""["conversation"]""", "$")]
    public void Failure_DeepInside_NamesThePlace(string json, string path)
    {
        var exception = Should.Throw<JsonException>(() => JsonSerializer.Deserialize<IntercomConversation>(json, IntercomJson.Options));

        JsonFailure.PathOf(exception).ShouldBe(path);
    }

    [Theory]
    [InlineData(Samples.OldConversation)]
    [InlineData(Samples.NewConversation)]
    public void Conversation_AnyValueOfAnotherType_IsReadOrGivesAnErrorWithoutText(string sample) =>
        EveryChange(sample, json => JsonSerializer.Deserialize<IntercomConversation>(json, IntercomJson.Options));

    [Fact]
    public void Article_AnyValueOfAnotherType_IsReadOrGivesAnErrorWithoutText() =>
        EveryChange(Samples.Article, json => JsonSerializer.Deserialize<IntercomArticle>(json, IntercomJson.Options));

    [Fact]
    public void Conversation_CutOffAnywhere_GivesAnErrorWithoutText()
    {
        for (var length = 0; length < Samples.OldConversation.Length - 1; length++)
        {
            var cut = Samples.OldConversation[..length];
            var exception = Should.Throw<JsonException>(() => JsonSerializer.Deserialize<IntercomConversation>(cut, IntercomJson.Options));
            JsonFailure.CauseOf(exception).ShouldStartWith("not JSON");
        }
    }

    // Any exception but JsonException would escape to the caller and fail the test.
    private static void EveryChange(string sample, Action<string> read)
    {
        var places = Places(JsonNode.Parse(sample)!).ToList();
        var failures = 0;
        foreach (var (place, value) in places.SelectMany(_ => OtherValues, (place, value) => (place, value)))
        {
            var json = JsonNode.Parse(sample)!;
            Replace(json, place, JsonNode.Parse(value));
            try
            {
                read(json.ToJsonString());
            }
            catch (JsonException exception)
            {
                failures++;
                var told = $"{JsonFailure.PathOf(exception)} {JsonFailure.CauseOf(exception)}";
                told.ShouldNotContain("secret");
                told.ShouldStartWith("$");
            }
        }

        places.Count.ShouldBeGreaterThan(15);
        failures.ShouldBeGreaterThan(0);
    }

    private static IEnumerable<object[]> Places(JsonNode? node)
    {
        IEnumerable<(object Key, JsonNode? Value)> members = node switch
        {
            JsonObject found => found.Select(member => ((object)member.Key, member.Value)),
            JsonArray found => found.Select((value, index) => ((object)index, value)),
            _ => [],
        };
        return members.SelectMany(member => Places(member.Value).Select(rest => (object[])[member.Key, .. rest]).Prepend([member.Key]));
    }

    private static void Replace(JsonNode node, object[] place, JsonNode? value)
    {
        var parent = place[..^1].Aggregate(node, (at, key) => key is int index ? at[index]! : at[(string)key]!);
        if (place[^1] is int last)
        {
            parent[last] = value;
        }
        else
        {
            parent[(string)place[^1]] = value;
        }
    }
}
