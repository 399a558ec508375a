using IntercomRag.Core.Answers;
using IntercomRag.Core.Knowledge;
using IntercomRag.Core.Knowledge.Index;

namespace IntercomRag.Core.Tests.Answers;

public sealed class ReplyHtmlTests
{
    [Theory]
    [InlineData("Voir <script>alert(1)</script> & \"ici\"", "<p>Voir &lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;ici&quot;</p>")]
    [InlineData("one\ntwo", "<p>one<br>two</p>")]
    [InlineData("See our page (https://evil.example/x?y=1) now.", "<p>See our page now.</p>")]
    [InlineData("Write to us (mailto:a@b.example).", "<p>Write to us.</p>")]
    [InlineData("- one\n- two", "<ul><li>one</li><li>two</li></ul>")]
    [InlineData("1. one\n  - deeper\n2. two", "<ol><li>one<br>– deeper</li><li>two</li></ol>")]
    [InlineData("Plan | Price | Members\nSolo | 29 € | 100", "<ul><li><b>Solo</b> – Price: 29 € · Members: 100</li></ul>")]
    [InlineData("> Mind this", "<p>Mind this</p>")]
    [InlineData("```\na < b\nc\n```", "<p><code>a &lt; b<br>c</code></p>")]
    [InlineData("## Refunds", "<p><b>Refunds</b></p>")]
    public void Block_TextBlock_BecomesAllowedHtml(string text, string expected)
    {
        var html = new ReplyHtml();
        foreach (var block in TextBlock.Parse(text))
        {
            html.Block(block);
        }

        System.Net.WebUtility.HtmlDecode(html.ToString()).ShouldBe(System.Net.WebUtility.HtmlDecode(expected));
        html.ToString().ShouldNotContain("<script");
    }

    [Fact]
    public void Links_TitleAndAddress_AreEncoded()
    {
        var card = new ArticleCard(
            new ArticleKey("1", "en"), "Terms <b> & \"more\"", new Uri("https://help.example/en/1?a=1&b=\"2\""), [], [], null, null, null);

        new ReplyHtml().Links([card]).ToString()
            .ShouldBe("<ul><li><a href=\"https://help.example/en/1?a=1&amp;b=%222%22\">Terms &lt;b&gt; &amp; &quot;more&quot;</a></li></ul>");
    }
}
