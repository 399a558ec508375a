using System.Text.Json;
using IntercomRag.Core.Intercom.Json;
using IntercomRag.Core.Intercom.Records;
using IntercomRag.Core.Tests.Intercom.Support;

namespace IntercomRag.Core.Tests.Intercom.Json;

public sealed class RecordShapeTests
{
    [Fact]
    public void Conversation_OldShape_IsRead()
    {
        var conversation = Read<IntercomConversation>(Samples.OldConversation);

        conversation.Id.ShouldBe("215472621202693");
        conversation.UpdatedAt.ShouldBe(DateTimeOffset.FromUnixTimeSeconds(1768032000));
        conversation.WaitingSince.ShouldBeNull();
        conversation.AdminAssigneeId.ShouldBeNull();
        conversation.TeamAssigneeId.ShouldBe("5017691");
        conversation.Tags.ShouldBe([new IntercomTag { Id = "86", Name = "VIP", AppliedAt = DateTimeOffset.FromUnixTimeSeconds(1663597223) }]);
        conversation.Contacts.Single().Id.ShouldBe("696205460674dbb9050aa7fd");
        conversation.Teammates.Single().Id.ShouldBe("9002");
        conversation.Source!.Body.ShouldBe("bonjour");
        conversation.Source.Author!.Type.ShouldBe("lead");
        var part = conversation.Parts.Single();
        part.Id.ShouldBe("37358121213");
        part.Body.ShouldBe("je regarde");
        part.AssignedTo.ShouldBe(new IntercomReference { Type = "admin", Id = "9002" });
    }

    [Fact]
    public void Conversation_NewShape_IsRead()
    {
        var conversation = Read<IntercomConversation>(Samples.NewConversation);

        conversation.AdminAssigneeId.ShouldBeNull();
        conversation.TeamAssigneeId.ShouldBeNull();
        conversation.State.ShouldBe("pondering");
        conversation.UpdatedAt.ShouldBe(new DateTimeOffset(2026, 1, 10, 8, 0, 0, TimeSpan.Zero));
        conversation.Tags.ShouldBeEmpty();
        conversation.CustomAttributes.ShouldBeEmpty();
        conversation.Teammates.Single().Id.ShouldBe("9002");
        conversation.Rating!.Rating.ShouldBe(4);
        conversation.Rating.Teammate!.Id.ShouldBe("9001");
        conversation.AiAgentParticipated.ShouldBeTrue();
        conversation.Parts.Select(part => part.Metadata?.ChosenOptionId).ShouldBe(["u-1", "u-2", null, null]);
        conversation.Parts[2].Metadata!.QuickReplyOptions.ShouldBe([new IntercomQuickReplyOption { Text = "Yes", Uuid = "u-1" }]);
        conversation.Parts[2].AppPackageCode.ShouldBe("tandem-app");
        conversation.Parts[3].Author.ShouldBeNull();
        conversation.Parts[3].Attachments.ShouldBeEmpty();
    }

    [Fact]
    public void CustomAttributes_AnyJsonType_KeepTheirValues()
    {
        var attributes = Read<IntercomConversation>(Samples.OldConversation).CustomAttributes;

        attributes.ToDictionary(pair => pair.Key, pair => pair.Value.GetRawText()).ShouldBe(
            new Dictionary<string, string>
            {
                ["Has attachments"] = "false",
                ["Score"] = "0.5",
                ["Plan"] = "\"pro\"",
                ["Tried"] = "null",
                ["Steps"] = "[1,2]",
            },
            ignoreOrder: true);
    }

    [Fact]
    public void Article_SeveralLanguages_EachHasItsState()
    {
        var article = Read<IntercomArticle>(Samples.Article);

        article.AuthorId.ShouldBe("991267502");
        article.CollectionIds.ShouldBe(["19636801"]);
        article.TranslatedContent.Keys.ShouldBe(["fr", "en"]);
        article.TranslatedContent["fr"].State.ShouldBe("published");
        article.TranslatedContent["en"].State.ShouldBe("draft");
        article.TranslatedContent["en"].UpdatedAt.ShouldBe(DateTimeOffset.FromUnixTimeSeconds(1768031790));
    }

    [Theory]
    [InlineData("""{"id":1,"parent_ids":[7,"8"],"parent_id":9}""", "7,8")]
    [InlineData("""{"id":1,"parent_id":9,"parent_type":"collection"}""", "9")]
    [InlineData("""{"id":1,"parent_id":"9","parent_ids":[]}""", "9")]
    [InlineData("""{"id":1,"parent_id":null,"parent_ids":null}""", "")]
    [InlineData("""{"id":1}""", "")]
    public void Article_ParentsOfAnyVersion_AreCollections(string json, string expected) =>
        string.Join(',', Read<IntercomArticle>(json).CollectionIds).ShouldBe(expected);

    [Theory]
    [InlineData("""{"type":"admin.list","admins":[{"id":"1"}]}""", 1)]
    [InlineData("""{"teammates":[{"id":1},{"id":2}]}""", 2)]
    [InlineData("""{"type":"list","data":[null,{"id":1}],"total_count":2}""", 1)]
    [InlineData("""[{"id":1}]""", 1)]
    [InlineData("""{"type":"admin.list"}""", 0)]
    [InlineData("""{}""", 0)]
    [InlineData("[]", 0)]
    [InlineData("null", 0)]
    public void List_WrappedBareOrNull_IsRead(string list, int count) =>
        Read<IntercomConversation>($$"""{"id":"1","teammates":{{list}}}""").Teammates.Count.ShouldBe(count);

    [Fact]
    public void Contact_LeadWithoutAnything_IsRead()
    {
        var contact = Read<IntercomContact>("""{"id":"a","role":"lead","name":null,"email":"","language_override":"","browser_language":"fr"}""");

        contact.Language.ShouldBe("fr");
        contact.CustomAttributes.ShouldBeEmpty();
    }

    [Fact]
    public void Collection_Nested_KnowsItsParent()
    {
        var collection = Read<IntercomCollection>(
            """
            {"id":160,"name":"Section","parent_id":159,"help_center_id":null,"order":1,"default_locale":"fr",
             "translated_content":{"type":"group_translated_content","fr":{"type":"group_content","name":"Rubrique"},"en":null}}
            """);

        collection.ParentId.ShouldBe("159");
        collection.TranslatedContent.Single().ShouldBe(KeyValuePair.Create("fr", new IntercomCollectionContent { Name = "Rubrique" }));
    }

    private static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json, IntercomJson.Options)!;
}
