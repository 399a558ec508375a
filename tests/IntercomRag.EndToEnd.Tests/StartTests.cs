using IntercomRag.EndToEnd.Tests.Product;

namespace IntercomRag.EndToEnd.Tests;

public sealed class StartTests(RunningProduct product, ITestOutputHelper output)
{
    // From the issue that the product was built for: built, to the first answered question.
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(15);

    [Fact]
    public void AppHost_EmptyDataFolder_AnswersTheFirstQuestionWithinFifteenSeconds()
    {
        output.WriteLine($"Ready after {product.Times.Ready.TotalSeconds:0.0} s, Help Center synced after {product.Times.Synced.TotalSeconds:0.0} s, "
            + $"first question answered after {product.Times.FirstReply.TotalSeconds:0.0} s.");

        product.Times.FirstReply.ShouldBeLessThan(Limit);
    }

    [Theory]
    [InlineData("/health")]
    [InlineData("/alive")]
    public async Task Services_Running_AreHealthy(string path)
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false });

        foreach (var service in new[] { product.Api, product.Messenger })
        {
            (await http.GetStringAsync(new Uri(service, path), TestContext.Current.CancellationToken)).ShouldContain("Healthy", Case.Insensitive);
        }
    }
}
