using IntercomRag.AppHost.LocalHosting.Terminal;

namespace IntercomRag.AppHost.Tests.Terminal;

public sealed class ScreenTests : IDisposable
{
    private readonly StringWriter _output = new() { NewLine = "\n" };

    [Fact]
    public void Show_NoTerminal_WritesALineForEachChangeAndNoControlSequence()
    {
        var screen = Plain();

        screen.Show([new("cache", ResourceState.Starting, "redis://h:1"), new("api", ResourceState.Waiting, "http://h:2")]);
        screen.Show([new("cache", ResourceState.Healthy, "redis://h:1"), new("api", ResourceState.Waiting, "http://h:2")]);

        _output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).ShouldBe(
        [
            ". cache      starting   redis://h:1",
            ". api        waiting    http://h:2",
            "+ cache      healthy    redis://h:1",
        ]);
    }

    [Fact]
    public void Log_NoTerminal_TakesColoursOutOfTheLine()
    {
        Plain().Log("api", "\e[32minfo\e[39m: hello");

        _output.ToString().ShouldBe("api        | info: hello\n");
    }

    [Fact]
    public void Log_LiveTable_IsWrittenAboveIt()
    {
        var screen = new Screen(_output, live: true, colours: false, () => 80);
        screen.Show([new("api", ResourceState.Healthy, "http://h:2")]);
        _output.GetStringBuilder().Clear();

        screen.Log("api", "hello");

        // Back over the empty line and the row, the log line, then both again.
        _output.ToString().ShouldBe("\e[2A\e[0Japi        | hello\n\n+ api        healthy    http://h:2\n");
    }

    [Fact]
    public void Show_NarrowTerminal_CutsRowsSoThatNoneWraps()
    {
        var screen = new Screen(_output, live: true, colours: false, () => 20);

        screen.Show([new("api", ResourceState.Healthy, "http://h:2")]);

        _output.ToString().Split('\n').ShouldAllBe(line => line.Length < 20);
    }

    [Fact]
    public void Fail_LiveTable_RemovesItSoThatTheReasonStandsLast()
    {
        var screen = new Screen(_output, live: true, colours: false, () => 80);
        screen.Show([new("api", ResourceState.Failed, "http://h:2")]);
        _output.GetStringBuilder().Clear();

        screen.Fail("why");

        _output.ToString().TrimEnd().ShouldEndWith("error: why");
    }

    [Fact]
    public void End_LiveTable_LeavesNoTableBelow()
    {
        var screen = new Screen(_output, live: true, colours: false, () => 80);
        screen.Show([new("api", ResourceState.Stopped, "http://h:2")]);
        _output.GetStringBuilder().Clear();

        screen.End("Stopped.");

        _output.ToString().ShouldBe("\e[2A\e[0JStopped.\n");
    }

    public void Dispose() => _output.Dispose();

    private Screen Plain() => new(_output, live: false, colours: false, () => 80);
}
