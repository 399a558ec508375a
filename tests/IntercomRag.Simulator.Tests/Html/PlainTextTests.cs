using IntercomRag.Simulator.Html;

namespace IntercomRag.Simulator.Tests.Html;

public sealed class PlainTextTests
{
    [Theory]
    [InlineData("<p>Hello</p>", "Hello")]
    [InlineData("<p>One</p><p>Two</p>", "One\n\nTwo")]
    [InlineData("<p>One<br>Two</p>", "One\nTwo")]
    [InlineData("<p>See <a href=\"https://a.example\">this page</a>.</p>", "See this page (https://a.example).")]
    [InlineData("<p><a href=\"https://a.example\">https://a.example</a></p>", "https://a.example")]
    [InlineData("<p>To do:</p><ul><li>One</li><li>Two</li></ul><p>Done</p>", "To do:\n\n- One\n- Two\n\nDone")]
    [InlineData("<p>a   b\n c</p>", "a b c")]
    [InlineData("<p>5 &lt; 6 &amp; é</p>", "5 < 6 & é")]
    [InlineData("<pre>a\n  b</pre>", "a\n  b")]
    [InlineData("<p>a</p><script>alert(1)</script><p>b</p>", "a\n\nb")]
    [InlineData("<p>a <img src=\"https://a.example/i.png\" alt=\"picture\"></p>", "a picture")]
    [InlineData("", "")]
    public void FromHtml_Body_GivesWhatIntercomShows(string html, string text) => PlainText.FromHtml(html).ShouldBe(text);

    [Theory]
    [InlineData("Hello", "<p>Hello</p>")]
    [InlineData("One\nTwo\n\nThree", "<p>One<br>Two</p><p>Three</p>")]
    [InlineData("<b>\"&\"</b>", "<p>&lt;b&gt;&quot;&amp;&quot;&lt;/b&gt;</p>")]
    public void ToHtml_TypedText_IsEncodedInParagraphs(string text, string html) => PlainText.ToHtml(text).ShouldBe(html);

    [Theory]
    [InlineData("Une réservation à 18 h < demain & \"ailleurs\"")]
    [InlineData("1\n2\n\n3")]
    public void ToHtml_ThenFromHtml_GivesTheText(string text) => PlainText.FromHtml(PlainText.ToHtml(text)).ShouldBe(text);
}
