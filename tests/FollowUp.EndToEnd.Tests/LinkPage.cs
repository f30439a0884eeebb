using System.Net;
using System.Text.RegularExpressions;

namespace FollowUp.EndToEnd.Tests;

/// <summary>The page behind a link of a mail.</summary>
public sealed partial class LinkPage
{
    readonly HttpClient browser;
    readonly string link;
    readonly string html;

    LinkPage(HttpClient browser, string link, HttpStatusCode status, string html)
    {
        this.browser = browser;
        this.link = link;
        this.html = html;
        Status = status;
    }

    public HttpStatusCode Status { get; }

    public string Text => WebUtility.HtmlDecode(Tag().Replace(html, " "));

    public static async Task<LinkPage> Open(HttpClient browser, string link)
    {
        using var answer = await browser.GetAsync(new Uri(link), TestContext.Current.CancellationToken);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return new LinkPage(browser, link, answer.StatusCode, text);
    }

    /// <summary>Submits the page's first form with its hidden fields and these, and follows a redirect.</summary>
    public Task<LinkPage> Submit(params (string Name, string Value)[] filled) => Submit(Form().Match(html), filled);

    /// <summary>The same for the form whose hidden field <c>do</c> has a value.</summary>
    public Task<LinkPage> SubmitForm(string name, params (string Name, string Value)[] filled) =>
        Submit(Form().Matches(html).First(form => form.Value.Contains($"name=\"do\" value=\"{name}\"", StringComparison.Ordinal)), filled);

    async Task<LinkPage> Submit(Match form, (string Name, string Value)[] filled)
    {
        Assert.True(form.Success, $"There is no form: {Text}");
        var fields = Hidden().Matches(form.Value).Select(h => (Attribute(h.Value, "name"), Attribute(h.Value, "value"))).Concat(filled)
            .Select(f => KeyValuePair.Create(f.Item1, f.Item2));
        using var content = new FormUrlEncodedContent(fields);
        using var answer = await browser.PostAsync(
            new Uri(new Uri(link), Attribute(form.Groups["open"].Value, "action")), content, TestContext.Current.CancellationToken);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return answer.Headers.Location is { } elsewhere
            ? await Open(browser, new Uri(new Uri(link), elsewhere).ToString())
            : new LinkPage(browser, link, answer.StatusCode, text);
    }

    /// <summary>The values of a group of radio buttons.</summary>
    public IReadOnlyList<string> Choices(string field) =>
        [.. Radio().Matches(html).Select(r => r.Value).Where(r => Attribute(r, "name") == field).Select(r => Attribute(r, "value"))];

    static string Attribute(string tag, string name) =>
        WebUtility.HtmlDecode(Regex.Match(tag, $"\\b{name}=\"([^\"]*)\"").Groups[1].Value);

    [GeneratedRegex("(?<open><form[^>]*>).*?</form>", RegexOptions.Singleline)]
    private static partial Regex Form();

    [GeneratedRegex("<input[^>]*type=\"hidden\"[^>]*>")]
    private static partial Regex Hidden();

    [GeneratedRegex("<input[^>]*type=\"radio\"[^>]*>")]
    private static partial Regex Radio();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();
}
