using System.Text.Json;
using IntercomRag.Core.Models.OpenAi;
using Microsoft.Extensions.AI;

namespace IntercomRag.Core.Tests.Models.OpenAi;

public sealed class RequestShapeTests
{
    [Theory]
    [InlineData("""{"error":{"message":"Use 'max_completion_tokens' instead.","param":"max_tokens","code":"unsupported_parameter"}}""", "JsonSchema, max_completion_tokens")]
    [InlineData("""{"error":{"message":"Unsupported value","param":"temperature","code":"unsupported_value"}}""", "JsonSchema, max_tokens, no temperature")]
    [InlineData("""{"object":"error","message":{"detail":[{"type":"extra_forbidden","loc":["body","stream_options"]}]}}""", "JsonSchema, max_tokens, no usage in streams")]
    [InlineData("""{"error":{"message":"Invalid schema","param":"response_format","code":null}}""", "JsonObject, max_tokens")]
    [InlineData("""{"object":"error","message":"[{'loc': ('body', 'response_format')}]","type":"BadRequestError","code":400}""", "JsonObject, max_tokens")]
    [InlineData("""{"error":"json_schema is not supported"}""", "JsonObject, max_tokens")]
    [InlineData("Bad Request", "JsonObject, max_tokens")]
    [InlineData("", "JsonObject, max_tokens")]
    [InlineData("""{"error":{"message":"maximum context length is 4096 tokens","code":"context_length_exceeded"}}""", null)]
    public void After_Refusal_LeavesOutWhatItNames(string body, string? expected) =>
        RequestShape.Full.After(Refusal(body))?.ToString().ShouldBe(expected);

    [Fact]
    public void After_FormatRefusedTwice_IsInstructionsAloneAndThenNothing()
    {
        var refusal = Refusal("""{"error":{"message":"no","param":"response_format"}}""");

        var text = RequestShape.Full.After(refusal)!.After(refusal)!;

        text.Format.ShouldBe(AnswerFormat.Text);
        text.After(refusal).ShouldBeNull();
    }

    [Fact]
    public void Write_FullShape_IsTheProtocolsRequest() => Write(RequestShape.Full).ShouldBe(
        """
        {"model":"small","messages":[{"role":"system","content":"You sort."},{"role":"user","content":"Where is Ada\u0027s invoice?"}],"temperature":0.1,"max_tokens":100,"response_format":{"type":"json_schema","json_schema":{"name":"reading","strict":true,"schema":SCHEMA}},"stream":true,"stream_options":{"include_usage":true}}
        """.Replace("SCHEMA", Schema, StringComparison.Ordinal));

    [Fact]
    public void Write_LeastShape_PutsTheSchemaIntoTheInstructions()
    {
        using var body = JsonDocument.Parse(Write(new RequestShape(AnswerFormat.Text, "max_completion_tokens", Temperature: false, StreamUsage: false)));

        body.RootElement.EnumerateObject().Select(member => member.Name).ShouldBe(["model", "messages", "max_completion_tokens", "stream"]);
        var messages = body.RootElement.GetProperty("messages");
        messages[0].GetProperty("content").GetString()!.ShouldEndWith(Schema);
        messages[1].GetProperty("content").GetString().ShouldBe("Where is Ada's invoice?");
    }

    private static string Schema => ((ChatResponseFormatJson)Questions.Options().ResponseFormat!).Schema!.Value.GetRawText();

    private static string Write(RequestShape shape) => ChatRequest.Write("other", Questions.Messages, Questions.Options(), stream: true, shape).ToString();

    private static ServerRefusal Refusal(string body) => ServerRefusal.Of(body);
}
