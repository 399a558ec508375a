using System.Net;
using IntercomRag.Core.Conversations.Inbox;
using IntercomRag.Core.Intercom.Errors;

namespace IntercomRag.Core.Tests.Conversations.Inbox;

public sealed class FailureReasonTests
{
    [Fact]
    public void Of_ErrorOfIntercom_NamesTypeAndCode() =>
        FailureReason.Of(new IntercomApiException("POST /conversations/{id}/reply", HttpStatusCode.NotFound, "not_found", "request-1"))
            .ShouldBe("IntercomApiException:not_found");

    [Fact]
    public void Of_ErrorOfIntercomWithoutCode_NamesTheType() =>
        FailureReason.Of(new IntercomApiException("GET /me", HttpStatusCode.BadGateway, code: null, requestId: null))
            .ShouldBe("IntercomApiException");

    [Fact]
    public void Of_OtherFailure_NamesTheTypeOnly() => FailureReason.Of(new IOException("my password is hunter2")).ShouldBe("IOException");
}
