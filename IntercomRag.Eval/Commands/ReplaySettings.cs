using System.CommandLine;
using IntercomRag.Core.Models.Recording;
using IntercomRag.Eval.Articles;
using IntercomRag.Eval.Recorded;

namespace IntercomRag.Eval.Commands;

/// <summary>The options of every command that replays conversations.</summary>
internal sealed class ReplaySettings
{
    private readonly Option<string> _articles = new("--articles")
    {
        Description = "Help Center to answer from: an articles.jsonl, a workspace folder with seed.json, \"demo\" or \"none\".",
        HelpName = "file|folder|demo|none",
        DefaultValueFactory = _ => ArticleReader.Demo,
    };

    private readonly Option<string> _conversations = new("--conversations")
    {
        Description = "Recorded conversations, one JSON object a line. The last turn, which is the customer's, is replayed with the history before it.",
        HelpName = "file",
        DefaultValueFactory = _ => Defaults.Conversations,
    };

    private readonly Option<DirectoryInfo?> _policies = new("--policies")
    {
        Description = "Folder of the policy files. Default: those that the build put beside the program.",
        HelpName = "folder",
    };

    private readonly Option<int?> _limit = new("--limit") { Description = "Only the first so many conversations.", HelpName = "n" };

    private readonly Option<string?> _locale = new("--locale") { Description = "Only conversations in this language.", HelpName = "fr|en" };

    private readonly Option<int> _parallel = new("--parallel")
    {
        Description = "Turns side by side; the result does not depend on it. Default: one for each processor.",
        HelpName = "n",
        DefaultValueFactory = _ => Environment.ProcessorCount,
    };

    private readonly Option<AgentRole> _agents = new("--agents")
    {
        Description = "Who the role \"agent\" is: Human, Assistant, or Auto: a human in a file that also has \"bot\" turns, else the assistant.",
        DefaultValueFactory = _ => AgentRole.Auto,
    };

    private readonly Option<string?> _price = new("--price")
    {
        Description = "Price of the model in US dollars for a million tokens, in and out, such as 0.15/0.60; gives cost.usd.",
        HelpName = "in/out",
    };

    private readonly Option<bool> _times = new("--times")
    {
        Description = "Puts the times of spans into the report, for its waterfalls. Such a report is not the same twice.",
    };

    private readonly Option<bool> _model = new("--model")
    {
        Description = "Asks the model of the settings Model__… and Embeddings__…, as the services do. Without it none is asked, whatever is set.",
    };

    private readonly Option<string?> _record = new("--record")
    {
        Description = "With --model: takes answers from this file, and asks and adds those that are not in it.",
        HelpName = "file",
    };

    private readonly Option<string?> _recording = new("--recording")
    {
        Description = "Lets the recorded answers of this file be the model: no network, no key. What is not in it is counted.",
        HelpName = "file",
    };

    private readonly Option<bool> _judge = JudgeOption.Create();

    public ReplaySettings()
    {
        AtLeastOne(_limit);
        AtLeastOne(_parallel);
        _price.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } text && Price.Parse(text) is null)
            {
                result.AddError("--price is two numbers with a slash between them: 0.15/0.60.");
            }
        });
    }

    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { _articles, _conversations, _policies, _limit, _locale, _parallel, _agents, _price, _times, _model, _record, _recording, _judge })
        {
            command.Options.Add(option);
        }

        command.Validators.Add(result =>
        {
            if (result.GetValue(_record) is not null && !result.GetValue(_model))
            {
                result.AddError("--record needs --model: it is a model's answers that are recorded.");
            }

            if (result.GetValue(_recording) is not null && result.GetValue(_model))
            {
                result.AddError("--recording replays answers and --model asks for them: give one.");
            }
        });
    }

    public ReplayRequest Read(ParseResult parsed) => new(
        parsed.GetRequiredValue(_articles),
        parsed.GetRequiredValue(_conversations),
        parsed.GetValue(_policies)?.FullName,
        parsed.GetValue(_limit),
        parsed.GetValue(_locale),
        parsed.GetValue(_parallel),
        parsed.GetValue(_agents),
        parsed.GetValue(_price) is { } price ? Price.Parse(price) : null,
        parsed.GetValue(_times),
        ReadModel(parsed),
        parsed.GetValue(_judge));

    private RecordingOptions? ReadModel(ParseResult parsed) => (parsed.GetValue(_recording), parsed.GetValue(_record)) switch
    {
        ({ } file, _) => new RecordingOptions { Mode = RecordingMode.Replay, File = file },
        (_, { } file) => new RecordingOptions { Mode = RecordingMode.Record, File = file },
        _ => parsed.GetValue(_model) ? new RecordingOptions() : null,
    };

    private static void AtLeastOne<T>(Option<T> option) => option.Validators.Add(result =>
    {
        if (result.GetValueOrDefault<T>() is < 1)
        {
            result.AddError($"{option.Name} must be at least 1.");
        }
    });
}
