using IntercomRag.Core.Models.Structure;
using Microsoft.Extensions.AI;

namespace IntercomRag.Core.Tests.Models.Structure;

public sealed class AnswerFormTests
{
    private const string Whole = """{"intent":"faq_question","signals":["refund"],"mood":"quite_angry"}""";

    [Fact]
    public void Format_OfARecord_IsAStrictSchema()
    {
        var format = AnswerForm<Reading>.Instance.Format;

        format.SchemaName.ShouldBe("reading");
        format.Schema!.Value.GetRawText().ShouldBe(
            """
            {"type":"object","properties":{"intent":{"type":"string"},"signals":{"type":"array","items":{"type":"string"}},"mood":{"type":"string","enum":["calm","quite_angry"]}},"required":["intent","signals","mood"],"additionalProperties":false}
            """);
    }

    [Theory]
    [InlineData(Whole)]
    [InlineData("  \n" + Whole + "\n")]
    [InlineData("```json\n" + Whole + "\n```")]
    [InlineData("Sure! Here it is:\n```\n" + Whole + "\n```\nAnything else?")]
    [InlineData("<think>The schema is {\"intent\": …}, so {\"intent\":\"x\",\"signals\":[],\"mood\":\"calm\"}</think>" + Whole)]
    [InlineData("I use {braces} and {\"other\": 1} first. " + Whole + " {\"intent\":\"later\"}")]
    [InlineData("""{"Intent":"faq_question","signals":["refund",],"mood":"quite_angry","extra":{"deep":[1]}}""")]
    public void Read_WhatModelsSend_IsTheValue(string text)
    {
        var reading = Read(text);

        reading.ShouldNotBeNull();
        reading.Intent.ShouldBe("faq_question");
        reading.Signals.ShouldBe(["refund"]);
        reading.Mood.ShouldBe(Mood.QuiteAngry);
    }

    [Theory]
    [InlineData("")]
    [InlineData("I cannot help with that.")]
    [InlineData("""{"intent":"faq_question","signals":["refund"]}""")]
    [InlineData("""{"intent":null,"signals":[],"mood":"calm"}""")]
    [InlineData("""{"intent":"faq_question","signals":"refund","mood":"calm"}""")]
    [InlineData("""{"intent":"faq_question","signals":[],"mood":"bored"}""")]
    [InlineData("""{"intent":"faq_question","signals":["ref""")]
    [InlineData("""["intent"]""")]
    public void Read_NotInTheForm_IsNull(string text) => Read(text).ShouldBeNull();

    [Theory]
    [InlineData("length")]
    [InlineData("content_filter")]
    public void Read_CutOffOrWithheld_IsNullEvenIfItParses(string reason) =>
        AnswerForm<Reading>.Read(new ChatResponse(new ChatMessage(ChatRole.Assistant, Whole)) { FinishReason = new ChatFinishReason(reason) }).ShouldBeNull();

    [Fact]
    public void Read_ManyOpenBraces_GivesUpSoon() => Read(new string('{', 200_000)).ShouldBeNull();

    private static Reading? Read(string text) => AnswerForm<Reading>.Read(new ChatResponse(new ChatMessage(ChatRole.Assistant, text)));
}
