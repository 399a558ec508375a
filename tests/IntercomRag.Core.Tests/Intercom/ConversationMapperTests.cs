using System.Text.Json;
using IntercomRag.Core.Conversations;
using IntercomRag.Core.Intercom;
using IntercomRag.Core.Intercom.Json;
using IntercomRag.Core.Intercom.Records;

namespace IntercomRag.Core.Tests.Intercom;

public sealed class ConversationMapperTests
{
    private const string Bot = "9001";

    [Theory]
    [InlineData("user", "c1", AuthorKind.Customer)]
    [InlineData("lead", "c1", AuthorKind.Customer)]
    [InlineData("contact", "c1", AuthorKind.Customer)]
    [InlineData("admin", "9001", AuthorKind.Assistant)]
    [InlineData("admin", "9002", AuthorKind.Agent)]
    [InlineData("team", "5001", AuthorKind.Agent)]
    [InlineData("bot", "9001", AuthorKind.OtherBot)]
    [InlineData("something_new", "1", AuthorKind.OtherBot)]
    public void Map_AuthorTypes_AreToldApart(string type, string id, AuthorKind expected) =>
        MapPart($$$"""{"id":"1","part_type":"comment","body":"x","created_at":5,"author":{"type":"{{{type}}}","id":"{{{id}}}"}}""").Author.Kind.ShouldBe(expected);

    [Theory]
    [InlineData("""{"id":"1","part_type":"note","body":"x","author":{"type":"admin","id":"2"}}""", MessageKind.Note)]
    [InlineData("""{"id":"1","part_type":"assignment","body":"I take this","assigned_to":{"type":"admin","id":"2"},"author":{"type":"admin","id":"2"}}""", MessageKind.Message)]
    [InlineData("""{"id":"1","part_type":"assignment","body":null,"assigned_to":{"type":"team","id":"5"},"author":{"type":"admin","id":"2"}}""", MessageKind.Assignment)]
    [InlineData("""{"id":"1","part_type":"close","body":"Bye","author":{"type":"admin","id":"2"}}""", MessageKind.Message)]
    [InlineData("""{"id":"1","part_type":"close","body":null,"author":{"type":"admin","id":"2"}}""", MessageKind.Event)]
    [InlineData("""{"id":"1","part_type":"open","body":"Hello again","author":{"type":"user","id":"c"}}""", MessageKind.Message)]
    [InlineData("""{"id":"1","part_type":"quick_reply","body":null,"author":{"type":"admin","id":"9001"}}""", MessageKind.Options)]
    [InlineData("""{"id":"1","part_type":"comment","body":"","attachments":[{"type":"upload","name":"a.png"}],"author":{"type":"user","id":"c"}}""", MessageKind.Message)]
    [InlineData("""{"id":"1","part_type":"comment","body":"gone","redacted":true,"author":{"type":"user","id":"c"}}""", MessageKind.Event)]
    public void Map_PartTypes_ArePublicWhenTheCustomerCanReadThem(string part, MessageKind expected) => MapPart(part).Kind.ShouldBe(expected);

    [Fact]
    public void Map_Source_IsTheFirstMessageWithItsSubject()
    {
        var conversation = Map("""
            {"id":"200","created_at":10,"open":true,"admin_assignee_id":0,"team_assignee_id":5001,"contacts":{"contacts":[{"id":"c1","type":"contact"}]},
             "source":{"id":"s1","subject":"Invoices","body":"Where are they?","author":{"type":"user","id":"c1"}},
             "tags":{"tags":[{"id":"1","name":"vip"}]},
             "conversation_parts":{"conversation_parts":[
               {"id":"12","part_type":"comment","body":"second","created_at":20,"author":{"type":"user","id":"c1"}},
               {"id":"9","part_type":"comment","body":"first","created_at":20,"author":{"type":"user","id":"c1"}}]}}
            """);

        conversation.Messages.Select(message => message.Text).ShouldBe(["Invoices\nWhere are they?", "first", "second"]);
        (conversation.ContactId, conversation.AdminAssigneeId, conversation.TeamAssigneeId).ShouldBe(("c1", null, "5001"));
        conversation.Tags.Select(tag => tag.Name).ShouldBe(["vip"]);
    }

    [Theory]
    [InlineData("""{"type":"team","id":"5"}""", AssigneeKind.Team)]
    [InlineData("""{"type":"admin","id":"2"}""", AssigneeKind.Admin)]
    [InlineData("""{"type":"nobody_admin","id":null}""", AssigneeKind.Nobody)]
    [InlineData("""{"type":"admin","id":"0"}""", AssigneeKind.Nobody)]
    public void Map_AssignedTo_IsRead(string assignee, AssigneeKind expected) =>
        MapPart($$$"""{"id":"1","part_type":"assignment","assigned_to":{{{assignee}}},"author":{"type":"admin","id":"2"}}""").AssignedTo!.Kind.ShouldBe(expected);

    private static Message MapPart(string part) =>
        Map($$$"""{"id":"200","contacts":{"contacts":[]},"conversation_parts":{"conversation_parts":[{{{part}}}]}}""").Messages.ShouldHaveSingleItem();

    private static Conversation Map(string json) =>
        ConversationMapper.Map(JsonSerializer.Deserialize<IntercomConversation>(json, IntercomJson.Options)!, Bot);
}
