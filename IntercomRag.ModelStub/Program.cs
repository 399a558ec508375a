using IntercomRag.ModelStub.Behaviours;
using IntercomRag.ModelStub.Brains;
using IntercomRag.ModelStub.Hosting;
using IntercomRag.ModelStub.Protocol;
using IntercomRag.ModelStub.Requests;
using IntercomRag.ServiceDefaults;

var builder = WebApplication.CreateBuilder(args);
builder.UseDefaultAddress();
builder.AddServiceDefaults();
builder.AddBehaviours();
builder.AddBrains();
builder.AddRequestLog();
builder.AddProtocol();

var app = builder.Build();
app.MapDefaultEndpoints();
app.MapProtocol();
app.MapBehaviours();
app.MapRequestLog();

return await app.RunToExitCodeAsync();
