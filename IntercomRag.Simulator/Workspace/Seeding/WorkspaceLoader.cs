using Microsoft.Extensions.Options;

namespace IntercomRag.Simulator.Workspace.Seeding;

/// <summary>Makes a fresh workspace: the seed's people, with the seed's articles or those of <see cref="SimulatorOptions.Articles"/>.</summary>
public sealed partial class WorkspaceLoader(
    ArticlesFileReader articlesFile, IOptions<SimulatorOptions> options, TimeProvider time, ILogger<WorkspaceLoader> logger)
{
    public WorkspaceState Load()
    {
        var folder = options.Value.WorkspaceFolder;
        var state = SeedReader.Read(Path.Combine(folder, "seed.json"), time.GetUtcNow());
        if (!state.Admins.ContainsKey(options.Value.BotAdminId))
        {
            throw new WorkspaceFileException($"The workspace has no admin {options.Value.BotAdminId}, which Simulator:BotAdminId names");
        }

        if (options.Value.Articles is { Length: > 0 } path)
        {
            articlesFile.ReadInto(state, path);
        }
        else
        {
            ArticleFolderReader.ReadInto(state, Path.Combine(folder, "articles"));
        }

        Loaded(state.App.Name, state.Articles.Count, state.Collections.Count, state.Contacts.Count);
        return state;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Workspace {Name}: {Articles} articles in {Collections} collections, {Contacts} contacts")]
    private partial void Loaded(string name, int articles, int collections, int contacts);
}
