using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.TestHost;

namespace FollowUp.Pages.Tests;

/// <summary>A browser as far as these pages need one: keeps cookies, fills in forms, follows no redirect by itself.</summary>
public sealed partial class Browser
{
    readonly CookieContainer cookies = new();
    readonly HttpClient client;

    static readonly Uri Site = new("https://localhost");

    /// <param name="from">Its network address; null where the host does not know it.</param>
    public Browser(TestServer server, IPAddress? from = null)
    {
        client = new(server.CreateHandler(context => context.Connection.RemoteIpAddress = from)) { BaseAddress = Site };
    }

    /// <summary>What it says that it is; nothing when null.</summary>
    public string? UserAgent { get; init; }

    public async Task<Page> Get(string path) => await Send(HttpMethod.Get, path, null);

    public async Task<Page> Head(string path) => await Send(HttpMethod.Head, path, null);

    /// <summary>Opens the page, fills its form in and sends it to <paramref name="to"/>, or back to where it came from.</summary>
    public async Task<Page> Fill(string path, Dictionary<string, string> fields, string? to = null)
    {
        var shown = await Get(path);
        return await Post(to ?? path, new(fields) { ["__RequestVerificationToken"] = shown.FormToken });
    }

    public async Task<Page> Post(string path, Dictionary<string, string> fields) =>
        await Send(HttpMethod.Post, path, new FormUrlEncodedContent(fields));

    public async Task<Page> Send(HttpMethod method, string path, HttpContent? content, string? accept = null)
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

        /// <summary>What a person reads, with ordinary spaces.</summary>
        public string Text => WebUtility.HtmlDecode(Spaces().Replace(WebUtility.HtmlDecode(Tags().Replace(Html, " ")), " ")).Trim();

        [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
        private static partial Regex Token();

        [GeneratedRegex("<head>.*?</head>|<[^>]+>", RegexOptions.Singleline)]
        private static partial Regex Tags();

        [GeneratedRegex(@"\s+")]
        private static partial Regex Spaces();
    }
}
