using IntercomRag.Simulator.Html;

namespace IntercomRag.Simulator.Tests.Html;

public sealed class ReplyHtmlTests
{
    [Theory]
    [InlineData("Hello", "<p>Hello</p>")]
    [InlineData("<p>Hello <b>you</b></p>", "<p>Hello <b>you</b></p>")]
    [InlineData("<div>One</div><div>Two</div>", "<p>One</p><p>Two</p>")]
    [InlineData("<h4>Title</h4><p>x</p>", "<h2>Title</h2><p>x</p>")]
    [InlineData("<p onclick=\"x()\" style=\"color:red\">a<span>b</span></p>", "<p>ab</p>")]
    [InlineData("<p>a</p><script>alert(1)</script><style>p{}</style>", "<p>a</p>")]
    [InlineData("<p><a href=\"javascript:alert(1)\">a</a> <a href=\"https://b.example?x=1&amp;y=2\" target=\"_blank\">b</a></p>",
        "<p><a>a</a> <a href=\"https://b.example?x=1&amp;y=2\">b</a></p>")]
    [InlineData("<ul><li>a</li></ul>", "<ul><li>a</li></ul>")]
    [InlineData("<table><tr><td>a</td><td>b</td></tr></table>", "<p>ab</p>")]
    [InlineData("<p>unclosed <b>bold", "<p>unclosed <b>bold</b></p>")]
    [InlineData("Text <b>x</b><p>Block</p>tail", "<p>Text <b>x</b></p><p>Block</p><p>tail</p>")]
    public void Sanitize_Html_KeepsOnlyWhatIntercomKeeps(string html, string expected) => ReplyHtml.Sanitize(html).ShouldBe(expected);
}
