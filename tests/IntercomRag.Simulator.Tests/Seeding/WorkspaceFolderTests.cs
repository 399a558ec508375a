using IntercomRag.Simulator.Tests.Support;
using IntercomRag.Simulator.Workspace;
using IntercomRag.Simulator.Workspace.Seeding;

namespace IntercomRag.Simulator.Tests.Seeding;

public sealed class WorkspaceFolderTests : IDisposable
{
    private const string Head = "title: A\nstate: published";

    private readonly string _folder = Directory.CreateTempSubdirectory("articles-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("1.en.html", "<p>no head</p>", "1.en.html:1: the file must start with a comment")]
    [InlineData("1.en.html", "<!--\ntitle: A\nnonsense\n-->", "1.en.html:3: expected \"key: value\"")]
    [InlineData("1.en.html", "<!--\nstate: draft\n-->", "title is missing")]
    [InlineData("1.en.html", "<!--\n" + Head + "\ncollection: nowhere\n-->", "no collection nowhere")]
    [InlineData("1.en.html", "<!--\n" + Head + "\nauthor: nobody\n-->", "no admin nobody")]
    [InlineData("1.en.html", "<!--\n" + Head + "\naudience: friends\n-->", "audience must be one of")]
    [InlineData("1.en.html", "<!--\n" + Head + "\nupdated: soon\n-->", "updated is not a date")]
    [InlineData("1.de.html", "<!--\n" + Head + "\n-->", "no language de")]
    [InlineData("1.html", "<!--\n" + Head + "\n-->", "<id>.<locale>.html")]
    public void ArticleFile_WithMistake_IsRefusedNamingFileAndPlace(string name, string text, string expected)
    {
        File.WriteAllText(Path.Combine(_folder, name), text);

        var refused = Should.Throw<WorkspaceFileException>(() => ArticleFolderReader.ReadInto(ReadSeed(), _folder));

        refused.Message.ShouldContain(name);
        refused.Message.ShouldContain(expected);
    }

    [Theory]
    [InlineData("{", "seed.json")]
    [InlineData("{\"app\":{}}", "missing required properties")]
    [InlineData(null, "seed.json")]
    public void Seed_BrokenOrAbsent_IsRefusedNamingTheFile(string? text, string expected)
    {
        var path = Path.Combine(_folder, "seed.json");
        if (text is not null)
        {
            File.WriteAllText(path, text);
        }

        Should.Throw<WorkspaceFileException>(() => SeedReader.Read(path, DateTimeOffset.UnixEpoch)).Message.ShouldContain(expected);
    }

    [Fact]
    public void Seed_ReferringToWhatIsNotThere_IsRefused()
    {
        var seed = File.ReadAllText(Path.Combine(SimulatorHost.WorkspaceFolder, "seed.json")).Replace("[\"Premium\"]", "[\"Gold\"]", StringComparison.Ordinal);
        var path = Path.Combine(_folder, "seed.json");
        File.WriteAllText(path, seed);

        Should.Throw<WorkspaceFileException>(() => SeedReader.Read(path, DateTimeOffset.UnixEpoch)).Message.ShouldContain("there is no segment Gold");
    }

    [Fact]
    public void DemoWorkspace_Delivered_Loads()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "Workspace", "Demo");
        Assert.SkipUnless(Directory.Exists(folder), "The demo workspace is not in this build");

        var state = SeedReader.Read(Path.Combine(folder, "seed.json"), DateTimeOffset.UnixEpoch);
        ArticleFolderReader.ReadInto(state, Path.Combine(folder, "articles"));

        state.Articles.Count.ShouldBeGreaterThanOrEqualTo(45);
        state.Articles.Values.Count(article => article.Contents.Count > 1).ShouldBeGreaterThanOrEqualTo(12);
        state.Articles.Values.SelectMany(article => article.Contents.Values).ShouldContain(content => !content.IsPublished);
        state.Teams.Count.ShouldBe(3);
        state.Admins.ShouldContainKey("9001");
        state.Collections.Values.ShouldContain(collection => collection.ParentId != null);
    }

    private static WorkspaceState ReadSeed() => SeedReader.Read(Path.Combine(SimulatorHost.WorkspaceFolder, "seed.json"), DateTimeOffset.UnixEpoch);
}
