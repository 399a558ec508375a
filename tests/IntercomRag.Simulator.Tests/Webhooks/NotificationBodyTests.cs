using System.Text;
using IntercomRag.Simulator.Webhooks;

namespace IntercomRag.Simulator.Tests.Webhooks;

public sealed class NotificationBodyTests
{
    [Fact]
    public void Sign_KnownBody_GivesTheKnownSignature()
    {
        const string Body = """{"type":"notification_event","topic":"ping","data":{"type":"notification_event_data","item":{"type":"ping","message":"café"}}}""";

        NotificationBody.Sign(Encoding.UTF8.GetBytes(Body), "test-client-secret").ShouldBe("sha1=0c13ce2de083e9b90a64d83621778a5028fe67cd");
    }

    [Fact]
    public void Write_Accents_AreBytesOfUtf8AndNoEscapes()
    {
        var body = NotificationBody.Write(
            new Notification("notif_1", "demo", "conversation.user.created", "1", DateTimeOffset.UnixEpoch, new() { ["body"] = "Été <b>&" }),
            DateTimeOffset.UnixEpoch);

        Encoding.UTF8.GetString(body).ShouldContain("Été <b>&");
    }
}
