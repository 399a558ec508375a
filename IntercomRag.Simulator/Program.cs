using IntercomRag.ServiceDefaults;
using IntercomRag.Simulator.Control;
using IntercomRag.Simulator.Faults;
using IntercomRag.Simulator.Hosting;
using IntercomRag.Simulator.Rest;
using IntercomRag.Simulator.Webhooks;
using IntercomRag.Simulator.Workspace;

// Pages and workspace lie beside the program, wherever it is started from.
var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
builder.UseDefaultAddress();
builder.AddServiceDefaults();
builder.AddWorkspace();
builder.AddFaults();
builder.AddWebhooks();
builder.AddIntercomRest();
builder.AddControlApi();

var app = builder.Build();
if (!app.TryLoadWorkspace())
{
    return 1;
}

app.UseExceptionHandler();
app.UsePages();
app.UseRouting();
app.UseIntercomRest();
app.MapDefaultEndpoints();
app.MapIntercomRest();
app.MapControlApi();

return await app.RunToExitCodeAsync();
