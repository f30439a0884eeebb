using System.Text.Json;

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

    /// <summary>The reason of a dead project.</summary>
    public string? Reason => Of("reason");

    public string? Provider => Of("provider");

    public IReadOnlyList<string> Events =>
        [.. Json.GetProperty("timeline").EnumerateArray().Select(e => e.GetProperty("event").GetString()!)];

    public DateTimeOffset LastEventAt => Json.GetProperty("timeline").EnumerateArray().Last().GetProperty("at").GetDateTimeOffset();

    /// <summary>The time of the first event of this name.</summary>
    public DateTimeOffset At(string @event) =>
        Json.GetProperty("timeline").EnumerateArray().First(e => e.GetProperty("event").GetString() == @event).GetProperty("at").GetDateTimeOffset();

    JsonElement Action => Json.GetProperty("nextAction");

    string? Of(string field) =>
        Json.GetProperty("outcome") is { ValueKind: JsonValueKind.Object } outcome && outcome.TryGetProperty(field, out var value)
            ? value.GetString()
            : null;
}
