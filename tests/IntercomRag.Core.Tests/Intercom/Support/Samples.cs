namespace IntercomRag.Core.Tests.Intercom.Support;

/// <summary>Answers in the shapes of different API versions.</summary>
internal static class Samples
{
    /// <summary>As 2.10 sends it: nobody is null, teammates are admins, part ids may be numbers, attributes hold booleans.</summary>
    public const string OldConversation = """
        {"type":"conversation","id":"215472621202693","created_at":1768031789,"updated_at":1768032000,"waiting_since":null,"snoozed_until":null,
         "source":{"type":"conversation","id":"3381828792","delivered_as":"customer_initiated","subject":"","body":"bonjour",
           "author":{"type":"lead","id":"696205460674dbb9050aa7fd","name":null,"email":""},"attachments":[],"url":"https://shop.example/cart","redacted":false},
         "contacts":{"type":"contact.list","contacts":[{"type":"contact","id":"696205460674dbb9050aa7fd","external_id":"5e68ece4"}]},
         "admin_assignee_id":null,"team_assignee_id":5017691,"open":true,"state":"open","read":false,
         "tags":{"type":"tag.list","tags":[{"type":"tag","id":"86","name":"VIP","applied_at":1663597223}]},"priority":"not_priority",
         "conversation_rating":null,"teammates":{"type":"admin.list","admins":[{"type":"admin","id":"9002"}]},"title":"",
         "custom_attributes":{"Has attachments":false,"Score":0.5,"Plan":"pro","Tried":null,"Steps":[1,2]},
         "conversation_parts":{"type":"conversation_part.list","conversation_parts":[
           {"type":"conversation_part","id":37358121213,"part_type":"assignment","body":"je regarde","created_at":1768031793,
            "assigned_to":{"type":"admin","id":9002},"author":{"id":"9002","type":"admin","name":"Camille"},"attachments":[],"redacted":false}],"total_count":1}}
        """;

    /// <summary>As 2.16 sends it: nobody is 0, teammates are teammates, a choice names its option, unknown members and values.</summary>
    public const string NewConversation = """
        {"type":"conversation","id":"8","created_at":1768031789,"updated_at":"2026-01-10T08:00:00.000Z","open":true,"state":"pondering",
         "admin_assignee_id":0,"team_assignee_id":0,"priority":"urgent","channel":{"initial":"web","current":"web"},"tags":null,
         "teammates":{"type":"admin.list","teammates":[{"type":"admin","id":"9002"}]},"custom_attributes":null,"ai_agent_participated":true,
         "source":{"type":"telepathy","body":"hello","author":{"type":"user","id":"a1"},"attachments":null,"recipients":null},
         "contacts":{"contacts":[{"type":"contact","id":"a1"}]},
         "conversation_rating":{"rating":4,"remark":"thanks","created_at":1768031999,"teammate":{"type":"admin","id":9001}},
         "conversation_parts":{"conversation_parts":[
           {"id":"2","part_type":"comment","body":"Yes","created_at":1768031800,"author":{"type":"user","id":"a1"},"metadata":{"quick_reply_uuid":"u-1"}},
           {"id":"3","part_type":"comment","body":"No","created_at":1768031801,"author":{"type":"user","id":"a1"},"metadata":{"quick_reply_option_uuid":"u-2"}},
           {"id":"4","part_type":"quick_reply","body":null,"created_at":1768031802,"author":{"type":"admin","id":9001},
            "metadata":{"quick_reply_options":[{"text":"Yes","uuid":"u-1"}]},"app_package_code":"tandem-app"},
           {"id":"5","part_type":"teleported","author":null,"metadata":{},"tags":null,"event_details":{}}]}}
        """;

    public const string Article = """
        {"id":"45","type":"article","title":"Réserver un cours","description":"","body":"<p>Ouvrez…</p>","author_id":991267502,"state":"published",
         "created_at":1734537292,"updated_at":"2026-05-16T14:58:25.000Z","url":"https://help.tandem.example/fr/articles/45",
         "parent_ids":[19636801],"parent_id":null,"parent_type":null,"default_locale":"fr","help_center_audience":"everyone",
         "statistics":{"type":"article_statistics","views":0},"tags":{"type":"tag.list","tags":[]},
         "translated_content":{"type":"article_translated_content","de":null,
           "fr":{"type":"article_content","title":"Réserver un cours","body":"<p>Ouvrez…</p>","author_id":991267502,"state":"published","updated_at":1768031789},
           "en":{"type":"article_content","title":"Book a class","body":"<p>Open…</p>","author_id":"991267502","state":"draft","updated_at":1768031790}}}
        """;

    /// <summary>The answer to a write: the conversation with the new part only.</summary>
    public static string AfterWrite(string partId, string partType = "comment") =>
        $$$"""
        {"type":"conversation","id":"8","open":true,
         "conversation_parts":{"conversation_parts":[{"id":"{{{partId}}}","part_type":"{{{partType}}}","created_at":1768031800}],"total_count":1}}
        """;
}
