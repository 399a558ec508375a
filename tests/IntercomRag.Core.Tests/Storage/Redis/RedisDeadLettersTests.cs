using IntercomRag.Core.Conversations.Inbox;
using IntercomRag.Core.Storage.Redis;
using Microsoft.Extensions.Logging;

namespace IntercomRag.Core.Tests.Storage.Redis;

public sealed class RedisDeadLettersTests(CacheServers servers)
{
    private static readonly InboxOptions Options = new() { MaxAttempts = 2, GiveUpAfter = TimeSpan.FromMinutes(10) };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, EveryServer]
    public async Task Find_BuriedItems_HasReasonTraceAndItems(ServerKind kind)
    {
        var bench = new InboxBench(await servers.ConnectAsync(kind), Options);
        var item = await bench.EnqueueAsync();
        await BuryAsync(bench);
        var id = (await bench.DeadLettersAsync()).ShouldHaveSingleItem().Id;

        var letter = (await bench.DeadLetters.FindAsync(id, Token)).ShouldNotBeNull();

        letter.Subject.ShouldBe(item.Subject);
        letter.Items.ShouldHaveSingleItem().Topic.ShouldBe(item.Topic);
        letter.Reason.ShouldBe("IOException");
        letter.TraceId.ShouldBe(InboxBench.TraceId);
        letter.Attempts.ShouldBe(2);
    }

    [Theory, EveryServer]
    public async Task Redrive_Letter_ItsItemsAreDueWithAllTheirAttemptsAndTime(ServerKind kind)
    {
        var bench = new InboxBench(await servers.ConnectAsync(kind), Options);
        var item = await bench.EnqueueAsync();
        await BuryAsync(bench);
        bench.Advance(3600);
        var id = (await bench.DeadLettersAsync()).ShouldHaveSingleItem().Id;

        (await bench.DeadLetters.RedriveAsync(id, Token)).ShouldBe(RedriveResult.Redriven);

        (await bench.MeasureAsync()).ShouldBe(new InboxDepth(1, 0, 0));
        var lease = await bench.LeaseOneAsync();
        lease.Items.ShouldHaveSingleItem().Topic.ShouldBe(item.Topic);
        lease.Attempt.ShouldBe(1);
        (await bench.RetryAsync(lease, transient: true)).ShouldBe(RetryResult.Scheduled);
    }

    [Theory, EveryServer]
    public async Task Redrive_Twice_DoesNothingTheSecondTime(ServerKind kind)
    {
        var bench = new InboxBench(await servers.ConnectAsync(kind), Options);
        await bench.EnqueueAsync();
        await BuryAsync(bench);
        var id = (await bench.DeadLettersAsync()).ShouldHaveSingleItem().Id;
        await bench.DeadLetters.RedriveAsync(id, Token);

        (await bench.DeadLetters.RedriveAsync(id, Token)).ShouldBe(RedriveResult.NotFound);

        (await bench.LeaseOneAsync()).Items.Count.ShouldBe(1);
    }

    [Theory, EveryServer]
    public async Task Redrive_SubjectLeasedMeanwhile_ItsItemsComeAfterTheLease(ServerKind kind)
    {
        var bench = new InboxBench(await servers.ConnectAsync(kind), Options);
        var buried = await bench.EnqueueAsync();
        await BuryAsync(bench);
        await bench.EnqueueAsync();
        var lease = await bench.LeaseOneAsync();

        await bench.DeadLetters.RedriveAsync((await bench.DeadLettersAsync())[0].Id, Token);

        (await bench.LeaseAsync()).ShouldBeNull("the subject is leased");
        (await bench.CompleteAsync(lease)).ShouldBeTrue();
        (await bench.LeaseOneAsync()).Items.ShouldHaveSingleItem().Topic.ShouldBe(buried.Topic);
    }

    [Theory, EveryServer]
    public async Task RedriveAll_SeveralShards_PutsAllBackOnce(ServerKind kind)
    {
        var bench = new InboxBench(await servers.ConnectAsync(kind), new InboxOptions { MaxAttempts = 1, Shards = 3 });
        for (var id = 0; id < 7; id++)
        {
            await bench.EnqueueAsync($"{id}");
            await bench.RetryAsync(await bench.LeaseOneAsync());
        }

        (await bench.DeadLetters.RedriveAllAsync(Token)).ShouldBe(7);
        (await bench.DeadLetters.RedriveAllAsync(Token)).ShouldBe(0);

        (await bench.MeasureAsync()).ShouldBe(new InboxDepth(7, 0, 0));
    }

    [Theory, EveryServer]
    public async Task Discard_Letter_RemovesIt(ServerKind kind)
    {
        var bench = new InboxBench(await servers.ConnectAsync(kind), Options);
        await bench.EnqueueAsync();
        await BuryAsync(bench);
        var id = (await bench.DeadLettersAsync())[0].Id;

        (await bench.DeadLetters.DiscardAsync(id, Token)).ShouldBeTrue();
        (await bench.DeadLetters.DiscardAsync(id, Token)).ShouldBeFalse();

        (await bench.MeasureAsync()).ShouldBe(new InboxDepth(0, 0, 0));
    }

    [Theory]
    [InlineData("")]
    [InlineData("0-1-failed")]
    [InlineData("7-1-failed")]
    [InlineData("-1-1")]
    [InlineData("99999999999999999999-1")]
    [InlineData("é {x} \n")]
    public async Task Redrive_UnknownId_IsNotFound(string id)
    {
        var bench = new InboxBench(await servers.ConnectAsync(ServerKind.Garnet), Options);

        foreach (var unknown in new[] { id, $"{bench.Name}-{id}" })
        {
            (await bench.DeadLetters.RedriveAsync(unknown, Token)).ShouldBe(RedriveResult.NotFound);
            (await bench.DeadLetters.DiscardAsync(unknown, Token)).ShouldBeFalse();
            (await bench.DeadLetters.FindAsync(unknown, Token)).ShouldBeNull();
        }
    }

    [Theory, EveryServer]
    public async Task Bury_MoreThanTheCapacity_TheOldestFallsOutWithAnError(ServerKind kind)
    {
        var bench = new InboxBench(await servers.ConnectAsync(kind), new InboxOptions { MaxAttempts = 1, DeadLetterCapacity = 2 });
        foreach (var id in new[] { "1", "2", "3" })
        {
            await bench.EnqueueAsync(id);
            await bench.RetryAsync(await bench.LeaseOneAsync());
            bench.Advance(1);
        }

        (await bench.DeadLettersAsync()).Select(letter => letter.Subject.Id).ShouldBe(["3", "2"]);
        var log = bench.Logs.Entries.ShouldHaveSingleItem();
        log.Level.ShouldBe(LogLevel.Error);
        log.Message.ShouldContain("demo:1");
    }

    [Theory, EveryServer]
    public async Task Read_LettersOlderThanTheLimit_FallOutWithAnError(ServerKind kind)
    {
        var bench = new InboxBench(await servers.ConnectAsync(kind), Options);
        await bench.EnqueueAsync("1");
        await BuryAsync(bench);
        bench.Advance(TimeSpan.FromDays(30).TotalSeconds);

        (await bench.DeadLettersAsync()).ShouldBeEmpty();

        bench.Logs.Entries.ShouldHaveSingleItem().Message.ShouldContain("demo:1");
        (await bench.MeasureAsync()).ShouldBe(new InboxDepth(0, 0, 0));
    }

    [Theory, EveryServer]
    public async Task FormerRecords_AreListedAndCanBePutBack(ServerKind kind)
    {
        var bench = new InboxBench(await servers.ConnectAsync(kind), Options);
        var item = bench.Item("7");
        var at = bench.Clock.GetUtcNow();
        foreach (var reason in new[] { "IOException", "KnowledgeIndexException" })
        {
            var record = $$"""
                {"subject":"demo:7","attempts":6,"reason":"{{reason}}","at":"{{at.ToUnixTimeMilliseconds()}}","items":[{{System.Text.Json.JsonSerializer.Serialize("3|" + StoredItem.Write(item))}}]}
                """;
            await bench.TamperAsync((database, shard) => database.ListLeftPushAsync(shard.FormerLetters, record));
        }

        (await bench.MeasureAsync()).DeadLetters.ShouldBe(2);
        var letters = await bench.DeadLettersAsync();
        letters.Select(letter => letter.Reason).ShouldBe(["IOException", "KnowledgeIndexException"], ignoreOrder: true);
        letters.ShouldAllBe(letter => letter.At == at && letter.Attempts == 6 && letter.TraceId == null && letter.Items.Count == 1);
        (await bench.DeadLettersAsync()).Select(letter => letter.Id).ShouldBe(letters.Select(letter => letter.Id), ignoreOrder: true);
        (await bench.DeadLetters.RedriveAllAsync(Token)).ShouldBe(2);

        var lease = await bench.LeaseOneAsync();
        lease.Items.Select(i => i.Topic).ShouldBe([item.Topic, item.Topic]);
        lease.Attempt.ShouldBe(1);
    }

    [Theory, EveryServer]
    public async Task Redrive_DamagedRecord_SaysSoAndKeepsItUntilDiscarded(ServerKind kind)
    {
        var bench = new InboxBench(await servers.ConnectAsync(kind), Options);
        await bench.TamperAsync((database, shard) => database.ListLeftPushAsync(shard.FormerLetters, "{broken"));
        var id = (await bench.DeadLettersAsync()).ShouldHaveSingleItem().Id;

        (await bench.DeadLetters.RedriveAsync(id, Token)).ShouldBe(RedriveResult.Unreadable);
        (await bench.DeadLetters.RedriveAllAsync(Token)).ShouldBe(0);

        (await bench.DeadLettersAsync()).ShouldHaveSingleItem().Id.ShouldBe(id);
        (await bench.DeadLetters.DiscardAsync(id, Token)).ShouldBeTrue();
    }

    private static async Task BuryAsync(InboxBench bench)
    {
        await bench.RetryAsync(await bench.LeaseOneAsync());
        bench.Advance(60);
        (await bench.RetryAsync(await bench.LeaseOneAsync())).ShouldBe(RetryResult.DeadLettered);
    }
}
