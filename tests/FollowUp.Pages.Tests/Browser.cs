using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.TestHost;

namespace FollowUp.Pages.Tests;

/// <summary>A minimal browser: keeps cookies, posts forms, follows no redirects.</summary>
public sealed partial class Browser
{
    readonly CookieContainer cookies = new();
    readonly HttpClient client;

    static readonly Uri Site = new("https://localhost");

    /// <param name="from">The network address; null for an unknown one.</param>
    public Browser(TestServer server, IPAddress? from = null)
    {
        client = new(server.CreateHandler(context => context.Connection.RemoteIpAddress = from)) { BaseAddress = Site };
    }

    Browser(HttpClient client) => this.client = client;

    /// <summary>The <c>User-Agent</c>; null to send none.</summary>
    public string? UserAgent { get; init; }

    /// <summary>Another browser with a copy of the cookies.</summary>
    public Browser Copy()
    {
        var copy = new Browser(client);
        copy.cookies.Add(cookies.GetAllCookies());
        return copy;
    }

    public async Task<Page> Get(string path) => await Send(HttpMethod.Get, path, null);

    public async Task<Page> Head(string path) => await Send(HttpMethod.Head, path, null);

    /// <summary>Gets the page and posts its form with these fields, to <paramref name="to"/> or to the page's own path.</summary>
    public async Task<Page> Fill(string path, Dictionary<string, string> fields, string? to = null)
    {
        var shown = await Get(path);
        return await Post(to ?? path, new(fields) { ["__RequestVerificationToken"] = shown.FormToken });
    }

    public async Task<Page> Post(string path, Dictionary<string, string> fields) =>
        await Send(HttpMethod.Post, path, new FormUrlEncodedContent(fields));

    public async Task<Page> Send(HttpMethod method, string path, HttpContent? content, string? accept = null, string? acceptEncoding = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        if (cookies.GetCookieHeader(new Uri(Site, path)) is { Length: > 0 } known)
        {
            request.Headers.Add("Cookie", known);
        }

        if (UserAgent is not null)
        {
            request.Headers.TryAddWithoutValidation("User-Agent", UserAgent);
        }

        if (accept is not null)
        {
            request.Headers.Add("Accept", accept);
        }

        if (acceptEncoding is not null)
        {
            request.Headers.Add("Accept-Encoding", acceptEncoding);
        }

        using var response = await client.SendAsync(request);
        if (response.Headers.TryGetValues("Set-Cookie", out var set))
        {
            foreach (var cookie in set)
            {
                cookies.SetCookies(new Uri(Site, path), cookie);
            }
        }

        var headers = response.Headers.Concat(response.Content.Headers).ToDictionary(h => h.Key, h => string.Join(", ", h.Value));
        return new Page(response.StatusCode, await response.Content.ReadAsStringAsync(), headers);
    }

    public sealed partial record Page(HttpStatusCode Status, string Html, Dictionary<string, string> Headers)
    {
        public string FormToken => Token().Match(Html) is { Success: true } match
            ? match.Groups[1].Value
            : throw new InvalidOperationException("There is no form on this page: " + Text);

        public string Location => Headers["Location"];

        /// <summary>The visible text, with every white space as one space.</summary>
        public string Text => WebUtility.HtmlDecode(Spaces().Replace(WebUtility.HtmlDecode(Tags().Replace(Html, " ")), " ")).Trim();

        [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
        private static partial Regex Token();

        [GeneratedRegex("<head>.*?</head>|<[^>]+>", RegexOptions.Singleline)]
        private static partial Regex Tags();

        [GeneratedRegex(@"\s+")]
        private static partial Regex Spaces();
    }
}
