using IntercomRag.Api.Webhooks;
using IntercomRag.Core.Conversations;
using IntercomRag.Core.Conversations.Inbox;
using IntercomRag.Core.Intercom;
using IntercomRag.Core.Knowledge;
using IntercomRag.Core.Storage.Redis;
using IntercomRag.ServiceDefaults;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.AddRedisStorage();
builder.AddKnowledgeIndex();
builder.AddIntercomClient();
builder.AddIntercomWorkspace();
builder.AddWebhook();
builder.AddTurns();
builder.AddInboxProcessor(InboxNames.Conversations);
builder.Services.AddProblemDetails();

var app = builder.Build();
app.UseExceptionHandler();
app.UseStatusCodePages();
app.MapDefaultEndpoints();
app.MapWebhook();
return await app.RunToExitCodeAsync();
