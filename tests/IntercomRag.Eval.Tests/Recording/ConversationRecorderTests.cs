using System.Text.Json;
using IntercomRag.Core.Conversations;
using IntercomRag.Core.Telemetry.Traces;
using IntercomRag.Eval.Recorded;
using IntercomRag.Eval.Recording;
using IntercomRag.Eval.Results;

namespace IntercomRag.Eval.Tests.Recording;

public sealed class ConversationRecorderTests
{
    private static readonly Author s_customer = new(AuthorKind.Customer, "c", "Zoé Petit");
    private static readonly Author s_bot = new(AuthorKind.Assistant, "9001", "Tandem Assistant");
    private static readonly Author s_human = new(AuthorKind.Agent, "9002", "Camille Roy");

    [Fact]
    public void Record_HumanWhoSentAnArticle_ProposesThatAnswer()
    {
        var line = Record((s_customer, "Bonjour, où sont mes factures ?"), (s_human, "Ici : https://help.tandem.example/fr/articles/1006-vos-factures"), (s_customer, "merci"))
            .ShouldNotBeNull();

        line.Turns.Select(turn => turn.Text).ShouldBe(["Bonjour, où sont mes factures ?"]);
        (line.Gold.Action, line.Locale, line.Proposed).ShouldBe(("answer", "fr", true));
        line.Gold.ArticleIds.ShouldBe(["1006"]);
    }

    [Fact]
    public void Record_HumanWithoutAnArticle_ProposesAHandover() =>
        Record((s_customer, "My payment failed twice"), (s_bot, "I am passing you on."), (s_human, "Let me look."))!.Gold.Action.ShouldBe("escalate");

    [Fact]
    public void Record_OnlyTheAssistant_ProposesWhatItSent() =>
        Record((s_customer, "How do I export?"), (s_bot, "See https://help.example/en/articles/77-export"))!.Gold.ArticleIds.ShouldBe(["77"]);

    [Fact]
    public void Record_PersonalData_IsTakenOutOfEveryText()
    {
        var json = JsonSerializer.Serialize(
            Record((s_customer, "C'est Zoé, 06 12 34 56 78, zoe@club.example"), (s_human, "Bonjour Zoé, c'est Camille. Je vous appelle.")), ResultJson.Options);

        foreach (var secret in new[] { "Zoé", "Petit", "Camille", "06 12", "zoe@" })
        {
            json.ShouldNotContain(secret, Case.Insensitive);
        }
    }

    [Fact]
    public void Record_NameOfTheAssistant_IsNobodysAndStays() =>
        Record((s_customer, "How do I export from Tandem Go?"), (s_human, "Let me look."), (s_bot, "Bye"))!.Turns[0].Text.ShouldBe("How do I export from Tandem Go?");

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Record_NothingToLearn_IsLeftOut(bool customerWrote) => Record(customerWrote ? [(s_customer, "hello?")] : [(s_human, "Welcome to Tandem")]).ShouldBeNull();

    [Fact]
    public void Record_WhatIsWritten_CanBeReplayed()
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("r.jsonl", JsonSerializer.Serialize(Record((s_customer, "How do I export?"), (s_human, "Let me look.")), ResultJson.Options));

        var record = ConversationFile.Read(path, AgentRole.Human, new TraceWarnings()).ShouldHaveSingleItem();

        (record.Id, record.ConversationId, record.Source, record.Gold!.Action).ShouldBe(("recorded-7", "7", "recorded", "escalate"));
    }

    private static RecordedLine? Record(params (Author Author, string Text)[] messages) => ConversationRecorder.Record(
        new Conversation(
            "7",
            "c",
            IsOpen: false,
            null,
            null,
            [],
            [.. messages.Select((message, i) => new Message($"{i}", MessageKind.Message, message.Author, message.Text, DateTimeOffset.UnixEpoch.AddSeconds(i)))]),
        new CustomerProfile("c", CustomerRole.User, "Zoé Petit", null, null, ["VIP"], [], [], new Dictionary<string, string>(), null));
}
