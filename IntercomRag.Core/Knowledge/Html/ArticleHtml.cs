using AngleSharp.Html.Parser;
using IntercomRag.Core.Knowledge.Text;

namespace IntercomRag.Core.Knowledge.Html;

/// <summary>Reads the body of an article as its readers see it.</summary>
/// <remarks>
/// Any HTML is accepted, as a browser accepts it. Intercom's editor writes, among other things:
/// <code>
/// &lt;h1 id="h_1a2b"&gt;Cancel a booking&lt;/h1&gt;
/// &lt;p class="no-margin"&gt;Open&amp;nbsp;&lt;b&gt;Bookings&lt;/b&gt;, see &lt;a href="/help/en/articles/12-bookings?utm_source=x"&gt;Bookings&lt;/a&gt;.&lt;/p&gt;
/// &lt;ol&gt;&lt;li&gt;&lt;p class="no-margin"&gt;Choose the class&lt;/p&gt;&lt;/li&gt;&lt;li&gt;Press Cancel&lt;/li&gt;&lt;/ol&gt;
/// &lt;div class="intercom-interblocks-callout" style="background-color:#feedaf80; border-color:#fbc91633;"&gt;&lt;p&gt;Not within 24 h.&lt;/p&gt;&lt;/div&gt;
/// &lt;div class="intercom-container"&gt;&lt;img src="https://downloads.intercomcdn.com/i/o/x/1/a/image.png?expires=1790642700&amp;signature=…"&gt;&lt;/div&gt;
/// &lt;details&gt;&lt;summary&gt;And refunds?&lt;/summary&gt;&lt;div&gt;&lt;p&gt;Within five days.&lt;/p&gt;&lt;/div&gt;&lt;/details&gt;
/// &lt;table&gt;&lt;tbody&gt;&lt;tr&gt;&lt;td&gt;&lt;p class="no-margin"&gt;Plan&lt;/p&gt;&lt;/td&gt;&lt;td&gt;&lt;p class="no-margin"&gt;Price&lt;/p&gt;&lt;/td&gt;&lt;/tr&gt;&lt;/tbody&gt;&lt;/table&gt;
/// &lt;pre&gt;&lt;code&gt;GET /members&lt;br&gt;Accept: application/json&lt;/code&gt;&lt;/pre&gt;
/// &lt;div class="intercom-h2b-video"&gt;&lt;iframe src="https://www.youtube.com/embed/abc" title="A tour"&gt;&lt;/iframe&gt;&lt;/div&gt;
/// </code>
/// of which the first lines become <c># Cancel a booking</c>, <c>Open Bookings, see Bookings (https://…/help/en/articles/12-bookings).</c>,
/// <c>1. Choose the class</c>, <c>2. Press Cancel</c> and <c>&gt; Not within 24 h.</c> The parser limits nesting to about 500 elements;
/// what is nested much deeper takes it too long, see <see cref="NestingDepth"/>.
/// </remarks>
public static class ArticleHtml
{
    /// <param name="html">The body; may be broken or empty.</param>
    /// <param name="page">The article's address, which relative links start from; null leaves their labels only.</param>
    public static IReadOnlyList<Block> Read(string html, Uri? page)
    {
        using var document = new HtmlParser().ParseDocument(html);
        return document.Body is null ? [] : new BlockReader(page).Read(document.Body);
    }
}
