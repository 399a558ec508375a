using IntercomRag.EndToEnd.Tests.Workspace;
using IntercomRag.Testing;
using IntercomRag.Testing.Processes;

namespace IntercomRag.EndToEnd.Tests.Conformance;

/// <summary>The product's processes on this machine: Garnet, the worker with an index of its own, and the API where one is asked for.</summary>
internal sealed class RunningAssistant : IAsyncDisposable
{
    private readonly GarnetServer _garnet = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("intercomrag-conformance-").FullName;
    private readonly List<TestProcess> _programs = [];
    private readonly IReadOnlyDictionary<string, string> _settings;

    private RunningAssistant(IReadOnlyDictionary<string, string> settings) => _settings = settings;

    public string IndexPath => Path.Combine(_folder, "knowledge.db");

    /// <summary>What the worker has logged.</summary>
    public string WorkerLog => _programs[0].Output;

    /// <summary>What worker and API have logged.</summary>
    public string Log => string.Join('\n', _programs.Select(program => $"--- {program.Name}\n{program.Output}"));

    /// <param name="intercom">Address of Intercom's REST API.</param>
    /// <param name="api">Where the API listens; no API without it.</param>
    /// <param name="settings">Environment variables on top of the addresses.</param>
    public static async Task<RunningAssistant> StartAsync(
        Uri intercom, CancellationToken cancellationToken, Uri? api = null, IReadOnlyDictionary<string, string>? settings = null)
    {
        var assistant = new RunningAssistant(settings ?? new Dictionary<string, string>());
        try
        {
            await assistant._garnet.StartAsync(cancellationToken);
            await assistant.StartServiceAsync("IntercomRag.Worker", LocalPorts.FreeAddress(), intercom, cancellationToken);
            if (api is not null)
            {
                await assistant.StartServiceAsync("IntercomRag.Api", api, intercom, cancellationToken);
            }

            return assistant;
        }
        catch
        {
            await assistant.DisposeAsync();
            throw;
        }
    }

    /// <summary>Waits until the whole Help Center has been read.</summary>
    public async Task<FirstSync> WaitForSyncAsync(CancellationToken cancellationToken)
    {
        await _programs[0].WaitForOutputAsync(FirstSync.End, Programs.Deadline, cancellationToken);
        return FirstSync.Read(WorkerLog);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var program in _programs)
        {
            await program.DisposeAsync();
        }

        await _garnet.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task StartServiceAsync(string project, Uri address, Uri intercom, CancellationToken cancellationToken) =>
        _programs.Add(await Programs.StartServiceAsync(
            project,
            address,
            new Dictionary<string, string>(_settings)
            {
                ["ConnectionStrings__cache"] = _garnet.ConnectionString,
                ["ConnectionStrings__vectors"] = $"Endpoint=file://{IndexPath};Key=",
                ["Intercom__BaseUrl"] = intercom.ToString(),
                ["Intercom__AccessToken"] = RunningSimulator.AccessToken,
                ["Intercom__ClientSecret"] = RunningSimulator.ClientSecret,
                ["Intercom__BotAdminId"] = Person.Assistant,
            },
            cancellationToken));
}
