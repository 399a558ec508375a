using System.CommandLine;
using IntercomRag.Core.Conversations.Inbox;
using IntercomRag.Core.Storage;
using IntercomRag.Core.Storage.Redis;
using Microsoft.Extensions.Options;

namespace IntercomRag.Api.Operator;

/// <summary>
/// Dead letters at the command line, on the Redis of the same settings as the service, which need not run. Returns 0 when it was done, 1 when it
/// was not: wrong arguments or settings, no such letter, Redis away.
/// </summary>
public static class DeadLetterCommand
{
    private const string Name = "dead-letters";

    public static bool IsAsked(string[] args) => args is [Name, ..];

    public static Task<int> RunAsync(string[] args) => RunAsync(args, Console.Out, Console.Error);

    internal static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter error)
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders().AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace).SetMinimumLevel(LogLevel.Warning);
        builder.AddRedisStorage();
        using var services = builder.Build();

        // Resolved by the command only: asking for help needs no settings.
        var root = new RootCommand("IntercomRag") { Create(() => services.Services.GetRequiredService<IDeadLetters>(), output, error) };
        try
        {
            return await root.Parse(args).InvokeAsync(new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false });
        }
        catch (Exception exception) when (exception is StorageUnavailableException or OptionsValidationException)
        {
            await error.WriteLineAsync(exception.Message);
            return 1;
        }
    }

    private static Command Create(Func<IDeadLetters> letters, TextWriter output, TextWriter error)
    {
        var limit = new Option<int>("--limit") { Description = "How many at most.", DefaultValueFactory = _ => 100 };
        limit.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() < 1)
            {
                result.AddError("--limit must be at least 1.");
            }
        });
        var list = new Command("list", "Shows what was given up, the newest first.") { limit };
        list.SetAction(async (parsed, token) =>
        {
            DeadLetterTable.Write(await letters().ReadAsync(parsed.GetValue(limit), token), output);
            return 0;
        });

        var id = new Argument<string?>("id") { Description = "As list shows it.", Arity = ArgumentArity.ZeroOrOne };
        var all = new Option<bool>("--all") { Description = "Every letter there is." };
        var redrive = new Command("redrive", "Puts the items of a letter, or of all, back into the inbox, due at once.") { id, all };
        redrive.Validators.Add(result =>
        {
            if (result.GetValue(id) is null != result.GetValue(all))
            {
                result.AddError("Say either an id or --all.");
            }
        });
        redrive.SetAction(async (parsed, token) =>
        {
            if (parsed.GetValue(id) is not { } one)
            {
                await output.WriteLineAsync($"{await letters().RedriveAllAsync(token)} put back.");
                return 0;
            }

            switch (await letters().RedriveAsync(one, token))
            {
                case RedriveResult.Redriven:
                    await output.WriteLineAsync($"{one} put back.");
                    return 0;
                case RedriveResult.NotFound:
                    return await NotFoundAsync(one, error);
                default:
                    await error.WriteLineAsync($"The record of {one} is damaged and can only be discarded.");
                    return 1;
            }
        });

        var discarded = new Argument<string>("id") { Description = "As list shows it." };
        var discard = new Command("discard", "Removes a letter for good.") { discarded };
        discard.SetAction(async (parsed, token) =>
        {
            var one = parsed.GetRequiredValue(discarded);
            if (!await letters().DiscardAsync(one, token))
            {
                return await NotFoundAsync(one, error);
            }

            await output.WriteLineAsync($"{one} discarded.");
            return 0;
        });

        return new Command(Name, "What could not be processed and was given up.") { list, redrive, discard };
    }

    private static async Task<int> NotFoundAsync(string id, TextWriter error)
    {
        await error.WriteLineAsync($"There is no dead letter {id}. It may have been put back or discarded already.");
        return 1;
    }
}
