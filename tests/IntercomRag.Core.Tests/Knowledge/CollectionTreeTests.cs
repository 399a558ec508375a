using IntercomRag.Core.Knowledge;

namespace IntercomRag.Core.Tests.Knowledge;

public sealed class CollectionTreeTests
{
    [Fact]
    public void PathTo_Nested_GoesFromTheTop() => Path([New("a", null), New("b", "a"), New("c", "b")], "c").ShouldBe("a/b/c");

    [Fact]
    public void PathTo_MissingParent_StartsAtTheChild() => Path([New("b", "gone"), New("c", "b")], "c").ShouldBe("b/c");

    [Fact]
    public void PathTo_Cycle_Ends() => Path([New("a", "c"), New("b", "a"), New("c", "b")], "c").ShouldBe("a/b/c");

    [Fact]
    public void PathTo_SeveralCollections_TakesTheFirstThatExists() => Path([New("a", null), New("b", null)], "gone", "b", "a").ShouldBe("b");

    [Fact]
    public void PathTo_None_IsEmpty() => Path([New("a", null)]).ShouldBe("");

    [Fact]
    public void NameIn_MissingLanguages_FallsBackToTheDefaultThenTheId()
    {
        new Collection("7", null, "en", new Dictionary<string, string> { ["en"] = "Plans" }).NameIn("fr").ShouldBe("Plans");
        new Collection("7", null, "en", new Dictionary<string, string>()).NameIn("fr").ShouldBe("7");
    }

    private static Collection New(string id, string? parent) => new(id, parent, "en", new Dictionary<string, string>());

    private static string Path(Collection[] collections, params string[] ids) => string.Join('/', new CollectionTree(collections).PathTo(ids).Select(collection => collection.Id));
}
