using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace FollowUp.EndToEnd.Tests;

/// <summary>A project as the API shows it.</summary>
public sealed record ProjectResponse(JsonElement Json)
{
    public string Id => Json.GetProperty("id").GetString()!;

    public string Phase => Json.GetProperty("phase").GetString()!;

    public int Generation => Json.GetProperty("generation").GetInt32();

    public long Version => Json.GetProperty("version").GetInt64();

    public bool IsOpen => Phase is not ("won" or "dead");

    public string Coordinator => Json.GetProperty("coordinator").GetProperty("id").GetString()!;

    public bool HasNext => Json.GetProperty("nextAction").ValueKind != JsonValueKind.Null;

    public string Next => Action.GetProperty("kind").GetString()!;

    public DateTimeOffset DueAt => Action.GetProperty("dueAt").GetDateTimeOffset();

    public string Why => Action.GetProperty("why").GetString()!;

    public DateTimeOffset? WakeAt => Json.GetProperty("wakeAt") is { ValueKind: JsonValueKind.String } at ? at.GetDateTimeOffset() : null;

    public string? Result => Of("result");

    /// <summary>Why it is dead.</summary>
    public string? Reason => Of("reason");

    public string? Provider => Of("provider");

    public IReadOnlyList<string> Events =>
        [.. Json.GetProperty("timeline").EnumerateArray().Select(e => e.GetProperty("event").GetString()!)];

    public DateTimeOffset LastEventAt => Json.GetProperty("timeline").EnumerateArray().Last().GetProperty("at").GetDateTimeOffset();

    /// <summary>When an event happened first.</summary>
    public DateTimeOffset At(string @event) =>
        Json.GetProperty("timeline").EnumerateArray().First(e => e.GetProperty("event").GetString() == @event).GetProperty("at").GetDateTimeOffset();

    JsonElement Action => Json.GetProperty("nextAction");

    string? Of(string field) =>
        Json.GetProperty("outcome") is { ValueKind: JsonValueKind.Object } outcome && outcome.TryGetProperty(field, out var value)
            ? value.GetString()
            : null;
}

/// <summary>A mail in the mailbox.</summary>
public sealed record MailboxMail(JsonElement Json)
{
    public string Id => Json.GetProperty("id").GetString()!;

    public DateTimeOffset At => Json.GetProperty("at").GetDateTimeOffset();

    public string To => Json.GetProperty("to").GetString()!;

    public string Subject => Json.GetProperty("subject").GetString()!;

    public string Text => Json.GetProperty("text").GetString()!;

    /// <summary>The address that matters.</summary>
    public string Link => Json.GetProperty("links")[0].GetString()!;

    /// <summary>Every address that it holds: the links, those of its HTML part, and where a mail program opts out.</summary>
    public IEnumerable<string> AllLinks => Json.GetProperty("links").EnumerateArray().Select(l => l.GetString()!)
        .Concat(Regex.Matches(Json.GetProperty("html").GetString()!, "href=\"([^\"#]+)\"").Select(m => WebUtility.HtmlDecode(m.Groups[1].Value)))
        .Concat(GetHeader("List-Unsubscribe") is { } optOut ? [optOut.Trim('<', '>')] : [])
        .Where(a => a.StartsWith("http", StringComparison.Ordinal));

    public string? GetHeader(string name) => Json.GetProperty("headers").TryGetProperty(name, out var value) ? value.GetString() : null;

    /// <summary>The last part of its id, which stays the same over every retry: <c>RelaunchFirst</c>.</summary>
    public string Kind => Id[(Id.LastIndexOf('.') + 1)..];
}
