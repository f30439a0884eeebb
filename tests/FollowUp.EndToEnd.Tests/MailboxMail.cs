using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace FollowUp.EndToEnd.Tests;

/// <summary>A mail in the mailbox.</summary>
public sealed record MailboxMail(JsonElement Json)
{
    public string Id => Json.GetProperty("id").GetString()!;

    public DateTimeOffset At => Json.GetProperty("at").GetDateTimeOffset();

    public string To => Json.GetProperty("to").GetString()!;

    public string Subject => Json.GetProperty("subject").GetString()!;

    public string Text => Json.GetProperty("text").GetString()!;

    /// <summary>The address of its first button.</summary>
    public string Link => Json.GetProperty("links")[0].GetString()!;

    /// <summary>The links of both parts and the address for opting out.</summary>
    public IEnumerable<string> AllLinks => Json.GetProperty("links").EnumerateArray().Select(l => l.GetString()!)
        .Concat(Regex.Matches(Json.GetProperty("html").GetString()!, "href=\"([^\"#]+)\"").Select(m => WebUtility.HtmlDecode(m.Groups[1].Value)))
        .Concat(GetHeader("List-Unsubscribe") is { } optOut ? [optOut.Trim('<', '>')] : [])
        .Where(a => a.StartsWith("http", StringComparison.Ordinal));

    public string? GetHeader(string name) => Json.GetProperty("headers").TryGetProperty(name, out var value) ? value.GetString() : null;

    /// <summary>The last part of its id, which stays the same over every retry: <c>RelaunchFirst</c>.</summary>
    public string Kind => Id[(Id.LastIndexOf('.') + 1)..];
}
