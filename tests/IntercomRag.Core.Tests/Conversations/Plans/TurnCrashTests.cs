using IntercomRag.Core.Conversations;
using IntercomRag.Core.Conversations.Plans;
using IntercomRag.Core.Intercom.Errors;

namespace IntercomRag.Core.Tests.Conversations.Plans;

/// <summary>Turns that end in the middle, and the lease after them.</summary>
public sealed class TurnCrashTests : IAsyncLifetime
{
    private const string Question = "Où télécharger mes factures ?";
    private const string Handover = "Je veux être remboursé";
    private const string Vague = "facture attente";

    private TurnBench _bench = null!;

    public async ValueTask InitializeAsync() => _bench = await TurnBench.CreateAsync();

    public ValueTask DisposeAsync()
    {
        _bench.Dispose();
        return ValueTask.CompletedTask;
    }

    [Theory]
    [InlineData(Question, "reply")]
    [InlineData(Handover, "note", "team", "reply", "tag")]
    public async Task Run_ProcessDiesAtAnyCall_NextLeaseDoesExactlyTheRest(string text, params string[] expected)
    {
        for (var call = 0; ; call++)
        {
            var workspace = Start(text);
            var died = false;
            workspace.BeforeCall = (_, number) =>
            {
                if (number == call && !died)
                {
                    died = true;
                    throw new ProcessDied();
                }
            };
            await RunUntilDoneAsync(workspace);

            workspace.Kinds.ShouldBe(expected, $"died before call {call}");
            if (!died)
            {
                return;
            }
        }
    }

    [Theory]
    [InlineData(Question, "reply")]
    [InlineData(Handover, "note", "team", "reply", "tag")]
    public async Task Run_ProcessDiesAfterAnyWriteTookEffect_NextLeaseDoesExactlyTheRest(string text, params string[] expected)
    {
        foreach (var kind in expected)
        {
            var workspace = Start(text);
            workspace.AfterWrite = written =>
            {
                if (written == kind)
                {
                    workspace.AfterWrite = null;
                    throw new ProcessDied();
                }
            };
            await RunUntilDoneAsync(workspace);

            workspace.Kinds.ShouldBe(expected, $"died after {kind}");
        }
    }

    [Theory]
    [InlineData(Question, true, "reply")]
    [InlineData(Question, false, "reply")]
    [InlineData(Handover, true, "note", "team", "reply", "tag")]
    [InlineData(Handover, false, "note", "team", "reply", "tag")]
    public async Task Run_AnyWriteHasNoAnswer_IsRepeatedOnlyWhenItDidNotArrive(string text, bool arrived, params string[] expected)
    {
        foreach (var kind in expected)
        {
            var workspace = Start(text);
            void Lose(string name)
            {
                if (name == kind)
                {
                    (workspace.AfterWrite, workspace.BeforeCall) = (null, null);
                    throw new IntercomWriteUnknownException($"POST {kind}", new TimeoutException());
                }
            }

            workspace.AfterWrite = arrived ? Lose : null;
            workspace.BeforeCall = arrived ? null : (name, _) => Lose(name);
            await RunUntilDoneAsync(workspace);

            workspace.Kinds.ShouldBe(expected, $"{kind} had no answer");
        }
    }

    [Theory]
    [InlineData("note")]
    [InlineData("team")]
    [InlineData("reply")]
    public async Task Run_StorageIsLostInTheMiddleOfAHandover_TheConversationItselfShowsTheRest(string last)
    {
        var workspace = Start(Handover);
        workspace.AfterWrite = written =>
        {
            if (written == last)
            {
                workspace.AfterWrite = null;
                throw new ProcessDied();
            }
        };
        await Should.ThrowAsync<ProcessDied>(() => _bench.RunAsync(workspace));
        _bench.Journal = new MemoryJournal();
        if (last != "reply")
        {
            workspace.CustomerWrites(Handover);
        }

        await RunUntilDoneAsync(workspace);

        string[] expected = last == "reply" ? ["note", "team", "reply"] : ["note", "team", "reply", "tag"];
        workspace.Kinds.ShouldBe(expected);
    }

    [Fact]
    public async Task Run_ReplyWithoutAnAnswer_IsNotSentAgainBeforeItHadTimeToShow()
    {
        var workspace = Start(Question);
        workspace.BeforeCall = (name, _) =>
        {
            if (name == "reply")
            {
                workspace.BeforeCall = null;
                throw new IntercomWriteUnknownException("POST reply", new TimeoutException());
            }
        };
        (await _bench.RunAsync(workspace)).Again.ShouldBe(new TurnOptions().SettleTime);
        _bench.Time.Advance(new TurnOptions().SettleTime - TimeSpan.FromSeconds(3));

        (await _bench.RunAsync(workspace)).Again.ShouldBe(TimeSpan.FromSeconds(3));
        workspace.Writes.ShouldBeEmpty();

        _bench.Time.Advance(TimeSpan.FromSeconds(3));
        (await _bench.RunAsync(workspace)).Again.ShouldBeNull();
        workspace.Kinds.ShouldBe(["reply"]);
    }

    [Fact]
    public async Task Run_ProcessDiesInACallThatLeftLongAfterTheLookBegan_NextLeaseWaitsFromTheCall()
    {
        var workspace = Start(Question);
        var looks = 0;
        workspace.BeforeCall = (name, _) =>
        {
            if (name == "read" && ++looks > 1)
            {
                _bench.Time.Advance(new TurnOptions().SettleTime);
            }
            else if (name == "reply")
            {
                workspace.BeforeCall = null;
                throw new ProcessDied();
            }
        };
        await Should.ThrowAsync<ProcessDied>(() => _bench.RunAsync(workspace));

        (await _bench.RunAsync(workspace)).Again.ShouldBe(new TurnOptions().SettleTime);
        workspace.Writes.ShouldBeEmpty();
    }

    [Fact]
    public async Task Run_RateLimitRefusesTheReply_LooksAgainBeforeTheNextTry()
    {
        var workspace = Start(Question);
        workspace.BeforeCall = (name, _) =>
        {
            if (name == "reply")
            {
                workspace.BeforeCall = null;
                workspace.HumanReplies();
                throw new IntercomWriteRefusedException("POST reply", TimeSpan.Zero, "the rate limit is used up");
            }
        };

        (await _bench.RunAsync(workspace)).Silence.ShouldBe(SilenceReason.HumanReplied);
        workspace.Writes.ShouldBeEmpty();
    }

    [Fact]
    public async Task Run_RateLimitRefusesForLong_TriesAgainAtOnceInTheNextLease()
    {
        var workspace = Start(Question);
        workspace.BeforeCall = (name, _) =>
        {
            if (name == "reply")
            {
                workspace.BeforeCall = null;
                throw new IntercomWriteRefusedException("POST reply", TimeSpan.FromMinutes(1), "the rate limit is used up");
            }
        };

        await Should.ThrowAsync<IntercomWriteRefusedException>(() => _bench.RunAsync(workspace));
        await _bench.RunAsync(workspace);

        workspace.Kinds.ShouldBe(["reply"]);
    }

    [Fact]
    public async Task Run_TagIsForbidden_HandsOverWithoutIt()
    {
        var workspace = Start(Handover);
        workspace.BeforeCall = (name, _) =>
        {
            if (name == "tag")
            {
                throw new IntercomApiException("POST tag", System.Net.HttpStatusCode.Forbidden, "forbidden", null);
            }
        };

        (await _bench.RunAsync(workspace)).Decision.ShouldNotBeNull();

        workspace.Kinds.ShouldBe(["note", "team", "reply"]);
        _bench.Memories.Memory.HandedOver.ShouldBeTrue();
    }

    [Fact]
    public async Task Run_ResumedHandoverAndANewQuestion_CompletesTheHandoverAndLeavesTheQuestionToTheHuman()
    {
        var workspace = Start(Handover);
        workspace.AfterWrite = _ =>
        {
            workspace.AfterWrite = null;
            throw new ProcessDied();
        };
        await Should.ThrowAsync<ProcessDied>(() => _bench.RunAsync(workspace));
        workspace.CustomerWrites(Question);

        await RunUntilDoneAsync(workspace);

        workspace.Kinds.ShouldBe(["note", "team", "reply", "tag"]);
    }

    [Fact]
    public async Task Run_HandoverIsGivenBackInTheMiddle_BeginsAnew()
    {
        var workspace = Start(Handover);
        workspace.BeforeCall = (name, _) =>
        {
            if (name == "reply")
            {
                workspace.BeforeCall = null;
                throw new ProcessDied();
            }
        };
        await Should.ThrowAsync<ProcessDied>(() => _bench.RunAsync(workspace));
        workspace.HumanGivesItBack();

        await RunUntilDoneAsync(workspace);

        workspace.Kinds.ShouldBe(["note", "team", "note", "team", "reply", "tag"]);
    }

    [Fact]
    public async Task Run_HandoverIsGivenBackBeforeItWasRecorded_IsNotDoneAgain()
    {
        var workspace = Start(Handover);
        _bench.Memories.BeforeCall = call =>
        {
            if (workspace.Kinds.Contains("tag"))
            {
                _bench.Memories.BeforeCall = null;
                throw new ProcessDied();
            }
        };
        await Should.ThrowAsync<ProcessDied>(() => _bench.RunAsync(workspace));
        workspace.HumanGivesItBack();
        workspace.CustomerWrites(Question);

        await RunUntilDoneAsync(workspace);

        workspace.Kinds.ShouldBe(["note", "team", "reply", "tag", "reply"]);
    }

    [Fact]
    public async Task Run_HandoverIsGivenBackAfterItsMessage_IsNotDoneAgain()
    {
        _bench.Journal = new MemoryJournal();
        var workspace = new FakeWorkspace(new ConversationBuilder().Customer(Question).Assistant("Dans Factures.").Customer(Handover).Build());
        _bench.Memories.Memory = ConversationMemory.Empty with { HandledUpTo = "p1" };
        workspace.BeforeCall = (name, _) =>
        {
            if (name == "tag")
            {
                workspace.BeforeCall = null;
                throw new ProcessDied();
            }
        };
        await Should.ThrowAsync<ProcessDied>(() => _bench.RunAsync(workspace));
        workspace.HumanGivesItBack();

        await RunUntilDoneAsync(workspace);

        workspace.Kinds.ShouldBe(["note", "team", "reply"]);
    }

    [Fact]
    public async Task Run_AssistantIsAssignedWhatItHas_HandoverGoesOn()
    {
        var workspace = Start(Handover);
        workspace.AfterWrite = _ =>
        {
            workspace.AfterWrite = null;
            throw new ProcessDied();
        };
        await Should.ThrowAsync<ProcessDied>(() => _bench.RunAsync(workspace));
        workspace.HumanGivesItBack();

        await RunUntilDoneAsync(workspace);

        workspace.Kinds.ShouldBe(["note", "team", "reply", "tag"]);
    }

    [Fact]
    public async Task Run_CustomerWritesDuringAHandover_ItsMessageAnswersThatToo()
    {
        var workspace = Start(Handover);
        workspace.AfterWrite = _ =>
        {
            workspace.AfterWrite = null;
            workspace.CustomerWrites(Handover);
        };
        await RunUntilDoneAsync(workspace);
        workspace.HumanGivesItBack();

        (await _bench.RunAsync(workspace)).Silence.ShouldBe(SilenceReason.NothingNew);

        workspace.Kinds.ShouldBe(["note", "team", "reply", "tag"]);
    }

    [Fact]
    public async Task Run_ResumedReplyAndANewQuestion_AnswersBothAtOnce()
    {
        var workspace = Start(Question);
        workspace.BeforeCall = (name, _) =>
        {
            if (name == "reply")
            {
                workspace.BeforeCall = null;
                throw new ProcessDied();
            }
        };
        await Should.ThrowAsync<ProcessDied>(() => _bench.RunAsync(workspace));
        workspace.CustomerWrites("celles de mars");

        await RunUntilDoneAsync(workspace);

        workspace.Kinds.ShouldBe(["reply"]);
        _bench.Memories.Memory.HandledUpTo.ShouldBe(workspace.Conversation.Messages[1].Id);
    }

    [Fact]
    public async Task Run_OptionsLostAfterTheReply_AreOfferedOnce()
    {
        var workspace = Start(Vague);
        workspace.AfterWrite = kind =>
        {
            workspace.AfterWrite = null;
            throw new ProcessDied();
        };

        await RunUntilDoneAsync(workspace);

        workspace.Kinds.Count(kind => kind == "reply").ShouldBe(1);
        workspace.Kinds.Count(kind => kind == "options").ShouldBeLessThanOrEqualTo(1);
    }

    /// <summary>Leases again as the inbox does: after a failure, and when a turn asks for it.</summary>
    private async Task RunUntilDoneAsync(FakeWorkspace workspace)
    {
        for (var lease = 0; lease < 5; lease++)
        {
            try
            {
                if ((await _bench.RunAsync(workspace)).Again is null)
                {
                    return;
                }
            }
            catch (ProcessDied)
            {
                // The lease expires.
            }

            _bench.Time.Advance(TimeSpan.FromSeconds(30));
        }

        throw new InvalidOperationException("The turn does not end.");
    }

    private FakeWorkspace Start(string text)
    {
        _bench.Journal = new MemoryJournal();
        _bench.Memories.Memory = ConversationMemory.Empty;
        return new FakeWorkspace(new ConversationBuilder().Customer(text).Build());
    }

    private sealed class ProcessDied : Exception;
}
