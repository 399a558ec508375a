using IntercomRag.Simulator.Control;
using IntercomRag.Simulator.Hosting;
using IntercomRag.Simulator.Workspace;

// Pages and workspace lie beside the program, wherever it is started from.
var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
builder.UseDefaultAddress();
builder.AddServiceDefaults();
builder.AddWorkspace();
builder.AddControlApi();

var app = builder.Build();
if (!app.TryLoadWorkspace())
{
    return 1;
}

app.UseExceptionHandler();
app.UsePages();
app.UseRouting();
app.MapDefaultEndpoints();
app.MapControlApi();

await app.RunAsync();
return 0;
