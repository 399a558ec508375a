using IntercomRag.Api.Webhooks;
using IntercomRag.Core.Storage.Redis;
using IntercomRag.ServiceDefaults;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.AddRedisStorage();
builder.AddWebhook();
builder.Services.AddProblemDetails();

var app = builder.Build();
app.UseExceptionHandler();
app.UseStatusCodePages();
app.MapDefaultEndpoints();
app.MapWebhook();
return await app.RunToExitCodeAsync();
