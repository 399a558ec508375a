using IntercomRag.Core.Knowledge.Html;

namespace IntercomRag.Core.Tests.Knowledge.Html;

public sealed class ArticleHtmlTests
{
    private static readonly Uri Page = new("https://help.tandem.example/en/articles/10-cancel-a-booking");

    [Theory]
    [InlineData("<p>One&nbsp;&amp; two</p>\n<p>Three</p>", "One & two\n\nThree")]
    [InlineData("Loose text <b>in</b><i>line</i>", "Loose text inline")]
    [InlineData("<p>Line<br>break<br><br>Paragraph</p>", "Line\nbreak\n\nParagraph")]
    [InlineData("<h1>Plans</h1><p>A</p><h2>Monthly</h2><p>B</p><h1>Other</h1><p>C</p>", "# Plans\n\nA\n\n## Monthly\n\nB\n\n# Other\n\nC")]
    [InlineData("<h2>First</h2><p>A</p>", "# First\n\nA")]
    [InlineData("<ul><li>One</li><li>Two</li></ul>", "- One\n- Two")]
    [InlineData("<ol><li>One<ul><li>Inner</li></ul></li><li><p>Two</p><p>more</p></li></ol>", "1. One\n  - Inner\n2. Two more")]
    [InlineData("<ol start=\"3\"><li>Three</li><li value=\"7\">Seven</li><li>Eight</li></ol>", "3. Three\n7. Seven\n8. Eight")]
    [InlineData("<ol><li>One<pre>run</pre></li><li>Two</li></ol>", "1. One\n\n```\nrun\n```\n\n2. Two")]
    [InlineData("<table><tr><th>Plan</th><th>Price</th></tr><tr><td><p>Solo</p></td><td><p>29 €<br>a month</p></td></tr></table>", "Plan | Price\nSolo | 29 € a month")]
    [InlineData("<table><tr><td><p>One</p><ul><li>cell</li></ul></td></tr></table>", "One\n\n- cell")]
    [InlineData("<div class=\"intercom-interblocks-callout\" style=\"background-color:#feedaf80\"><p>Not within 24 h.</p><ul><li>Ever</li></ul></div>", "> Not within 24 h.\n> - Ever")]
    [InlineData("<p>Before</p><details><summary>Refunds?</summary><p>Five days.</p></details><p>After</p>", "Before\n\n# Refunds?\n\nFive days.\n\nAfter")]
    [InlineData("<pre><code>GET /members<br>  Accept: *<br><br>{ }</code></pre>", "```\nGET /members\n  Accept: *\n \n{ }\n```")]
    [InlineData("<p>See <a href=\"/en/articles/12-x?utm_source=mail&amp;id=4&amp;fbclid=9#s\">Bookings</a>.</p>", "See Bookings (https://help.tandem.example/en/articles/12-x?id=4#s).")]
    [InlineData("<p>In <a href=\"https://a.example/x\">h</a><b><a href=\"https://a.example/x\">ere</a></b> <a href=\"https://b.example\">there </a>now</p>", "In here (https://a.example/x) there (https://b.example) now")]
    [InlineData("<p><a href=\"https://a.example/x\">experi</a>ments, <a href=\"https://a.example\"><b>one</b></a><a href=\"https://b.example\">two</a></p>", "experiments (https://a.example/x), onetwo (https://a.example) (https://b.example)")]
    [InlineData("<p><a href=\"https://tandem.example/\">tandem.example</a></p>", "https://tandem.example/")]
    [InlineData("<p><a href=\"mailto:help@tandem.example?subject=x\">Write to us</a> or <a href=\"tel:+3312\">call</a></p>", "Write to us (help@tandem.example) or call (+3312)")]
    [InlineData("<p><a href=\"javascript:alert(1)\">a</a> <a href=\"#top\">b</a> <a href=\"https://d.example/f.pdf?expires=1&amp;signature=2\">c</a></p>", "a b c")]
    [InlineData("<p>Open<img src=\"x.png\" alt=\"The Members menu\">now<img alt=\"image.png\" src=y><img alt=\"Screenshot 2\" src=z></p>", "Open [The Members menu] now")]
    [InlineData("<div class=\"intercom-h2b-video\"><iframe src=\"https://www.youtube.com/embed/abc\" title=\"A tour\"></iframe></div>", "A tour (https://www.youtube.com/embed/abc)")]
    [InlineData("<p><a href=\"https://x.example/a\">Read https://x.example/a</a></p>", "Read https://x.example/a (https://x.example/a)")]
    [InlineData("<p>soft\u00ADhyphen zero\u200Bwidth</p>", "softhyphen zerowidth")]
    [InlineData("<blockquote><p>Quoted</p></blockquote>", "> Quoted")]
    [InlineData("<ul><li><h3>Step</h3><p>text</p></li></ul>", "- Step text")]
    public void Read_MarkupOfArticles_BecomesBlocks(string html, string expected) => Text(html).ShouldBe(expected);

    [Theory]
    [InlineData("<script>secret</script>")]
    [InlineData("<style>secret</style>")]
    [InlineData("<noscript>secret</noscript>")]
    [InlineData("<template>secret</template>")]
    [InlineData("<form>secret<input value=\"secret\"><button>secret</button></form>")]
    [InlineData("<!-- secret -->")]
    [InlineData("<svg><title>secret</title></svg>")]
    [InlineData("<p hidden>secret</p>")]
    [InlineData("<p style=\"display: none !important\">secret</p>")]
    [InlineData("<div style='DISPLAY:NONE'><p>secret</p></div>")]
    [InlineData("<p style=\"visibility:hidden\">secret</p>")]
    [InlineData("<span style=\"font-size:0px\">secret</span>")]
    [InlineData("<span style=\"font-size:1px\">secret</span>")]
    [InlineData("<div style=\"position:absolute; left:-9999px\">secret</div>")]
    [InlineData("<p style=\"text-indent:-100em\">secret</p>")]
    [InlineData("<span style=\"opacity:0\">secret</span>")]
    [InlineData("<p><span style=\"color:#FFFFFF\">secret</span></p>")]
    [InlineData("<div style=\"background:#fff\"><span style=\"color: rgb(255, 255, 255)\">secret</span></div>")]
    [InlineData("<a href=\"#h\" aria-hidden=\"true\">secret</a>")]
    [InlineData("<img src=\"https://t.example/p.gif\" width=\"1\" height=\"1\" alt=\"secret words here\">")]
    [InlineData("<iframe src=\"https://t.example/secret\" width=\"0\" height=\"0\"></iframe>")]
    [InlineData("<ul><li style=\"display:none\">secret</li></ul>")]
    [InlineData("<table><tr style=\"display:none\"><td>secret</td><td>secret</td></tr><tr><td>a</td><td>b</td></tr></table>")]
    [InlineData("<pre>x<span hidden>secret</span></pre>")]
    [InlineData("<s>secret</s>")]
    public void Read_HiddenContent_IsLeftOut(string hidden)
    {
        var text = Text($"<p>Before</p>{hidden}<p>After</p>");

        text.ShouldNotContain("secret");
        text.ShouldStartWith("Before");
        text.ShouldEndWith("After");
    }

    [Theory]
    [InlineData("<div style=\"background-color:#334bfa\"><span style=\"color:#fff\">shown</span></div>")]
    [InlineData("<a class=\"intercom-h2b-button\" style=\"color:white\" href=\"#\">shown</a>")]
    [InlineData("<div aria-hidden=\"true\"><p>shown</p></div>")]
    [InlineData("<p style=\"display: inline !important; font-size-adjust: none\">shown</p>")]
    public void Read_ContentThatOnlyLooksHidden_Stays(string html) => Text(html).ShouldContain("shown");

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("<")]
    [InlineData("<p")]
    [InlineData("<ul><ul><li></ul></li></ol></table><td>x")]
    [InlineData("<frameset><frame></frameset>")]
    [InlineData("<li>alone</li><summary>alone</summary><details></details>")]
    [InlineData("<a href=\"http://[\">x</a><a href=\"http://%\">y</a><img><iframe></iframe>")]
    [InlineData("<table><table><tr><td><table><tr><td>x<td>y</table><td>")]
    [InlineData("\uD83D broken \uDE00 &#xD800; &#0;")]
    public void Read_BrokenMarkup_DoesNotThrow(string html) => Should.NotThrow(() => ArticleHtml.Read(html, null));

    [Theory]
    [InlineData("<div>")]
    [InlineData("<ul><li>")]
    [InlineData("<details><summary>s</summary>")]
    [InlineData("<blockquote>")]
    [InlineData("<table><tr><td>a<td>")]
    [InlineData("<a href=\"https://x.example\">")]
    public void Read_DeepNesting_KeepsTheTextAndTheStack(string open)
    {
        var text = Text(string.Concat(Enumerable.Repeat(open, 5_000)) + "innermost");

        text.ShouldContain("innermost");
    }

    [Fact]
    public void Read_RelativeLinkWithoutPage_KeepsTheLabel() =>
        string.Join(' ', ArticleHtml.Read("<a href=\"/x\">Label</a>", null).Select(block => block.Render())).ShouldBe("Label");

    private static string Text(string html) => string.Join("\n\n", ArticleHtml.Read(html, Page).Select(block => block.Render()));
}
