using System.Net;
using IntercomRag.Core.Conversations.Inbox;
using IntercomRag.Core.Intercom.Errors;
using IntercomRag.Core.Knowledge;
using IntercomRag.Core.Storage;
using IntercomRag.Core.Storage.Sqlite;

namespace IntercomRag.Core.Tests.Conversations.Inbox;

public sealed class TransientFailureTests
{
    public static TheoryData<Exception, bool> Failures => new()
    {
        { Answered(HttpStatusCode.ServiceUnavailable), true },
        { Answered(HttpStatusCode.TooManyRequests), true },
        { Answered(HttpStatusCode.NotFound), false },
        { Answered(HttpStatusCode.Unauthorized), false },
        { new IntercomUnavailableException("GET /me", 3, new IOException()), true },
        { new IntercomWriteUnknownException("POST /conversations/{id}/reply", new IOException()), true },
        { new IntercomAnswerException("GET /me", "$.id", "missing"), false },
        { new StorageUnavailableException("no answer", new IOException()), true },
        { new HelpCenterException("away", Answered(HttpStatusCode.BadGateway)), true },
        { new HelpCenterException("gone", Answered(HttpStatusCode.Forbidden)), false },
        { new KnowledgeIndexException("corrupt"), false },
        { new InvalidOperationException(), false },
    };

    [Theory, MemberData(nameof(Failures))]
    public void Is_Failure_TellsWhetherItPassesByItself(Exception failure, bool expected) => TransientFailure.Is(failure).ShouldBe(expected);

    private static IntercomApiException Answered(HttpStatusCode status) => new("GET /conversations/{id}", status, code: null, requestId: null);
}
