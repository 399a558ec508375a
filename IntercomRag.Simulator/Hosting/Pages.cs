namespace IntercomRag.Simulator.Hosting;

/// <summary>The two pages in <c>wwwroot</c>: the Messenger at <c>/</c>, the agents' inbox at <c>/inbox</c>.</summary>
public static class Pages
{
    public static void UsePages(this WebApplication app)
    {
        app.Use(static (context, next) =>
        {
            if (context.Request.Path == "/inbox")
            {
                context.Request.Path = "/inbox.html";
            }

            return next(context);
        });
        app.UseDefaultFiles();
        app.UseStaticFiles();
    }
}
