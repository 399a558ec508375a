using IntercomRag.Core.Conversations.Inbox;
using IntercomRag.Core.Intercom;
using IntercomRag.Core.Models.Embeddings;
using IntercomRag.Core.Storage.Redis;
using IntercomRag.ServiceDefaults;
using IntercomRag.Worker;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.AddRedisStorage();
builder.AddIntercomClient();
builder.AddHelpCenter();
builder.AddEmbeddings();
builder.AddKnowledgeWorker();
builder.AddInboxProcessor(InboxNames.Articles);
builder.AddCatchUpWorker();

var app = builder.Build();
app.MapDefaultEndpoints();
return await app.RunToExitCodeAsync();
