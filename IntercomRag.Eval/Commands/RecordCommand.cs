using System.CommandLine;
using System.Text.Json;
using IntercomRag.Core.Conversations;
using IntercomRag.Core.Intercom;
using IntercomRag.Core.Intercom.Errors;
using IntercomRag.Core.Intercom.Search;
using IntercomRag.Eval.Recording;
using IntercomRag.Eval.Results;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace IntercomRag.Eval.Commands;

/// <summary><c>record</c>.</summary>
internal static class RecordCommand
{
    public static Command Create(TextWriter output, TextWriter error)
    {
        var days = new Option<int>("--days") { Description = "Conversations that changed in the last so many days.", DefaultValueFactory = _ => 30, HelpName = "n" };
        var limit = new Option<int>("--limit") { Description = "At most so many.", DefaultValueFactory = _ => 200, HelpName = "n" };
        var file = new Option<string>("--out") { Description = "File to write.", HelpName = "file", DefaultValueFactory = _ => "artifacts/eval/recorded.jsonl" };
        var command = new Command(
            "record",
            "Reads closed conversations from the workspace of the settings Intercom__BaseUrl, Intercom__AccessToken, Intercom__ClientSecret and Intercom__BotAdminId, takes personal data "
            + "out and writes them with what the humans did as a proposed label. Read every one of them before it is used: a label is a judgement, and no rule finds all names.")
        {
            days, limit, file,
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var (read, written) = await RecordAsync(
                parsed.GetValue(days), parsed.GetValue(limit), parsed.GetRequiredValue(file), TimeProvider.System, cancellationToken);
            await output.WriteLineAsync($"{written} of {read} closed conversations written to {parsed.GetRequiredValue(file)}; in the others nobody answered a customer.");
            await error.WriteLineAsync("The labels are proposals. docs/labelling.md says how to judge them.");
            return ExitCode.Passed;
        });
        return command;
    }

    private static async Task<(int Read, int Written)> RecordAsync(int days, int limit, string path, TimeProvider time, CancellationToken cancellationToken)
    {
        using var host = Build();
        try
        {
            var client = host.Services.GetRequiredService<IntercomClient>().WithPriority(CallPriority.Sync);
            var bot = host.Services.GetRequiredService<IOptions<IntercomOptions>>().Value.BotAdminId;
            var closed = SearchFilter.All(SearchFilter.Where("open", "=", false), SearchFilter.UpdatedSince(time.GetUtcNow().AddDays(-days)));
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
            await using var writer = new StreamWriter(path, append: false) { NewLine = "\n" };
            var (read, written) = (0, 0);
            await foreach (var found in client.Conversations.SearchAsync(closed, cancellationToken))
            {
                if (read++ == limit)
                {
                    return (limit, written);
                }

                if (await client.Conversations.FindAsync(found.Id, BodyFormat.PlainText, cancellationToken) is not { } conversation)
                {
                    continue;
                }

                var mapped = ConversationMapper.Map(conversation, bot);
                if (ConversationRecorder.Record(mapped, await CustomerAsync(client, mapped, cancellationToken)) is { } line)
                {
                    await writer.WriteLineAsync(JsonSerializer.Serialize(line, ResultJson.Options));
                    written++;
                }
            }

            return (read, written);
        }
        catch (Exception exception) when (exception is IntercomException or OptionsValidationException or IOException or UnauthorizedAccessException)
        {
            throw new EvalException(exception.Message, exception);
        }
    }

    private static async Task<CustomerProfile> CustomerAsync(IntercomClient client, Conversation conversation, CancellationToken cancellationToken) =>
        conversation.ContactId.Length == 0
            ? new CustomerProfile("", CustomerRole.Visitor, null, null, null, [], [], [], new Dictionary<string, string>(), null)
            : CustomerMapper.Map(await client.Contacts.GetProfileAsync(conversation.ContactId, cancellationToken));

    private static IHost Build()
    {
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Configuration.AddEnvironmentVariables();
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.AddIntercomClient();
        return builder.Build();
    }
}
