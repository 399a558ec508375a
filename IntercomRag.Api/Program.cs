using IntercomRag.Api.Operator;
using IntercomRag.Api.Webhooks;
using IntercomRag.Core.Conversations;
using IntercomRag.Core.Conversations.Inbox;
using IntercomRag.Core.Intercom;
using IntercomRag.Core.Knowledge;
using IntercomRag.Core.Models;
using IntercomRag.Core.Models.Embeddings;
using IntercomRag.Core.Storage.Redis;
using IntercomRag.ServiceDefaults;

if (DeadLetterCommand.IsAsked(args))
{
    return await DeadLetterCommand.RunAsync(args);
}

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.AddRedisStorage();
builder.AddEmbeddings();
builder.AddKnowledgeIndex();
builder.AddIntercomClient();
builder.AddIntercomWorkspace();
builder.AddWebhook();
builder.AddOperator();
builder.AddModel();
builder.AddTurns();
builder.AddInboxProcessor(InboxNames.Conversations);
builder.Services.AddProblemDetails();

var app = builder.Build();
app.UseExceptionHandler();
app.UseStatusCodePages();
app.MapDefaultEndpoints();
app.MapWebhook();
app.MapOperator();
return await app.RunToExitCodeAsync();
