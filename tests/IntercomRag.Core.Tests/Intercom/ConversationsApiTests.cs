using IntercomRag.Core.Conversations;
using IntercomRag.Core.Intercom;
using IntercomRag.Core.Intercom.Errors;
using IntercomRag.Core.Intercom.Records;
using IntercomRag.Core.Tests.Intercom.Support;

namespace IntercomRag.Core.Tests.Intercom;

public sealed class ConversationsApiTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(BodyFormat.PlainText, "/conversations/215472621202693?display_as=plaintext")]
    [InlineData(BodyFormat.Html, "/conversations/215472621202693")]
    public async Task Find_Format_IsAskedForWithVersionAndToken(BodyFormat format, string target)
    {
        await using var host = await IntercomHost.StartAsync(("Intercom:ApiVersion", "2.15"));
        host.Server.Answers(ScriptedAnswer.Json(Samples.OldConversation));

        var conversation = await host.Client.Conversations.FindAsync("215472621202693", format, Cancellation);

        conversation!.Parts.ShouldHaveSingleItem();
        var request = host.Server.Requests.Single();
        request.Target.ShouldBe(target);
        request.Headers["Authorization"].ShouldBe($"Bearer {IntercomHost.Token}");
        request.Headers["Intercom-Version"].ShouldBe("2.15");
        request.Headers["Accept"].ShouldBe("application/json");
    }

    [Fact]
    public async Task Find_NotFound_IsNull()
    {
        await using var host = await IntercomHost.StartAsync();
        host.Server.Answers(ScriptedAnswer.Error(404, "not_found"));

        (await host.Client.Conversations.FindAsync("1", BodyFormat.Html, Cancellation)).ShouldBeNull();
    }

    [Fact]
    public async Task Find_IdFromOutside_CannotChangeTheRoute()
    {
        await using var host = await IntercomHost.StartAsync();
        host.Server.Answers(ScriptedAnswer.Json("""{"id":"1"}"""));

        await host.Client.Conversations.FindAsync("1/../../me?x={id}#", BodyFormat.Html, Cancellation);

        host.Server.Requests.Single().Target.ShouldBe("/conversations/1%2F..%2F..%2Fme%3Fx%3D%7Bid%7D%23");
        await Should.ThrowAsync<ArgumentException>(() => host.Client.Conversations.FindAsync("..", BodyFormat.Html, Cancellation));
        await Should.ThrowAsync<ArgumentException>(() => host.Client.Conversations.FindAsync("", BodyFormat.Html, Cancellation));
    }

    [Fact]
    public async Task Reply_Html_IsSentByTheBotAndTheNewPartReturned()
    {
        await using var host = await IntercomHost.StartAsync();
        host.Server.Answers(ScriptedAnswer.Json(Samples.AfterWrite("77")));

        var part = await host.Client.Conversations.ReplyAsync("8", "<p>Voilà : l’été</p>", Cancellation);

        part.Id.ShouldBe("77");
        var request = host.Server.Requests.Single();
        request.ToString().ShouldBe("POST /conversations/8/reply");
        request.Headers["Content-Type"].ShouldBe("application/json");
        request.Json["body"]!.GetValue<string>().ShouldBe("<p>Voilà : l’été</p>");
        Sent(request, "body").ShouldBe("""{"message_type":"comment","type":"admin","admin_id":"9001"}""");
    }

    [Fact]
    public async Task Reply_AnswerWithoutThePart_IsUnknown()
    {
        await using var host = await IntercomHost.StartAsync();
        host.Server.Answers(ScriptedAnswer.Json("""{"id":"8","conversation_parts":{"conversation_parts":[]}}"""));

        await Should.ThrowAsync<IntercomWriteUnknownException>(() => host.Client.Conversations.ReplyAsync("8", "<p>x</p>", Cancellation));
    }

    [Fact]
    public async Task AddNote_Html_IsANote()
    {
        await using var host = await IntercomHost.StartAsync();
        host.Server.Answers(ScriptedAnswer.Json(Samples.AfterWrite("78", "note")));

        (await host.Client.Conversations.AddNoteAsync("8", "<p>n</p>", Cancellation)).PartType.ShouldBe(IntercomPartTypes.Note);

        Sent(host.Server.Requests.Single(), "body").ShouldBe("""{"message_type":"note","type":"admin","admin_id":"9001"}""");
    }

    [Fact]
    public async Task SendQuickReplies_Options_HaveNoBody()
    {
        await using var host = await IntercomHost.StartAsync();
        host.Server.Answers(ScriptedAnswer.Json(Samples.AfterWrite("79", "quick_reply")));
        var option = new QuickReplyOption(new Guid("0a1b2c3d-0000-4000-8000-000000000001"), "Oui");

        await host.Client.Conversations.SendQuickRepliesAsync("8", [option], Cancellation);

        Sent(host.Server.Requests.Single()).ShouldBe(
            """
            {"message_type":"quick_reply","type":"admin","admin_id":"9001","reply_options":[{"text":"Oui","uuid":"0a1b2c3d-0000-4000-8000-000000000001"}]}
            """);
    }

    public static TheoryData<string, Func<ConversationsApi, Task>, string> Manage => new()
    {
        {
            "to a team", api => api.AssignToTeamAsync("8", "5001", Cancellation),
            """{"message_type":"assignment","type":"team","admin_id":"9001","assignee_id":"5001"}"""
        },
        {
            "to an admin", api => api.AssignToAdminAsync("8", "9002", Cancellation),
            """{"message_type":"assignment","type":"admin","admin_id":"9001","assignee_id":"9002"}"""
        },
        {
            "to nobody", api => api.UnassignAsync("8", Cancellation),
            """{"message_type":"assignment","type":"admin","admin_id":"9001","assignee_id":"0"}"""
        },
        { "close", api => api.CloseAsync("8", Cancellation), """{"message_type":"close","type":"admin","admin_id":"9001"}""" },
        { "open", api => api.OpenAsync("8", Cancellation), """{"message_type":"open","admin_id":"9001"}""" },
        {
            "snooze", api => api.SnoozeAsync("8", DateTimeOffset.FromUnixTimeSeconds(1768031999), Cancellation),
            """{"message_type":"snoozed","admin_id":"9001","snoozed_until":1768031999}"""
        },
    };

    [Theory]
    [MemberData(nameof(Manage), DisableDiscoveryEnumeration = true)]
    public async Task Manage_AnyAction_IsSentWithoutABody(string action, Func<ConversationsApi, Task> act, string expected)
    {
        await using var host = await IntercomHost.StartAsync();
        host.Server.Answers(ScriptedAnswer.Json(Samples.AfterWrite("80", "assignment")));

        await act(host.Client.Conversations);

        var request = host.Server.Requests.Single();
        request.ToString().ShouldBe("POST /conversations/8/parts");
        Sent(request).ShouldBe(expected, customMessage: action);
    }

    [Fact]
    public async Task Assign_NothingChanged_GivesNoPart()
    {
        await using var host = await IntercomHost.StartAsync();
        host.Server.Answers(ScriptedAnswer.Json("""{"id":"8","conversation_parts":null}"""));

        (await host.Client.Conversations.AssignToTeamAsync("8", "5001", Cancellation)).ShouldBeNull();
    }

    [Fact]
    public async Task SetAttributes_ValuesOfAnyType_AreSentAsTheyAre()
    {
        await using var host = await IntercomHost.StartAsync();
        host.Server.Answers(ScriptedAnswer.Json("""{"id":"8"}"""));
        var attributes = new Dictionary<string, object?> { ["Outcome"] = "answered", ["Confidence"] = 0.82, ["Human"] = false, ["Team"] = null };

        await host.Client.Conversations.SetAttributesAsync("8", attributes, Cancellation);

        var request = host.Server.Requests.Single();
        request.ToString().ShouldBe("PUT /conversations/8");
        Sent(request).ShouldBe("""{"custom_attributes":{"Outcome":"answered","Confidence":0.82,"Human":false,"Team":null}}""");
    }

    [Fact]
    public async Task Tags_AttachAndDetach_NameTheBot()
    {
        await using var host = await IntercomHost.StartAsync();
        host.Server.Answers(ScriptedAnswer.Json("""{"type":"tag","id":"86","name":"VIP"}"""));

        (await host.Client.Tags.CreateAsync("VIP", Cancellation)).Id.ShouldBe("86");
        await host.Client.Conversations.AttachTagAsync("8", "86", Cancellation);
        await host.Client.Conversations.DetachTagAsync("8", "86", Cancellation);

        host.Server.Requests.Select(request => $"{request} {request.Body}").ShouldBe(
        [
            """POST /tags {"name":"VIP"}""",
            """POST /conversations/8/tags {"id":"86","admin_id":"9001"}""",
            """DELETE /conversations/8/tags/86 {"admin_id":"9001"}""",
        ]);
    }

    private static string Sent(ReceivedRequest request, string? without = null)
    {
        var json = request.Json.AsObject();
        if (without is not null)
        {
            json.Remove(without);
        }

        return json.ToJsonString();
    }
}
