using System.Globalization;
using System.Text.Json;
using FollowUp.Application.Serialization;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Text;
using NodaTime;
using NodaTime.Text;

namespace FollowUp.Local.ImportExport;

/// <summary>What an export says of a project's state (<see cref="StateColumns"/>), as text by the name of the column.</summary>
sealed class ExportedState(string? id, IReadOnlyDictionary<string, string> values)
{
    /// <summary>The project's id; null when the file does not give it.</summary>
    public string? Id { get; } = id;

    /// <summary>Whether the project was won or died.</summary>
    public bool IsEnded => Get("phase") is "won" or "dead";

    /// <summary>Whether the person was erased.</summary>
    public bool IsErased => Get("erased") == "true" || Get("reason") == "erased";

    /// <summary>Whether the client may not be called, whatever the submission says.</summary>
    public bool StopsCalls => Get("calls") == "false";

    /// <summary>Whether the client may not be mailed. An address that bounced is no wish of the client.</summary>
    public bool StopsMails => Get("mails") == "false" && !MailFailed;

    /// <summary>Whether the mail address bounced.</summary>
    public bool MailFailed => Get("mailFailed") == "true";

    /// <summary>What a plain import would start over, in words; null when it starts nothing over.</summary>
    /// <param name="mayCall">Whether the submission by itself allows calls.</param>
    public string? DescribeRevived(bool mayCall) => IsErased ? "the person was erased"
        : IsEnded ? $"the project ended as {Get("reason") ?? Get("phase")}"
        : StopsMails ? "the client gets no more mails"
        : MailFailed ? "the client’s mail address bounced"
        : StopsCalls && mayCall ? "the client is not to be called any more"
        : null;

    /// <summary>How the project ended; null when it is open.</summary>
    /// <exception cref="FormatException">A value is not one of an export; the message names it.</exception>
    Outcome? ReadOutcome() => (Get("phase"), Get("result")) switch
    {
        ("won", _) or (_, "won") => Outcome.Won(Get("provider") ?? throw new FormatException("state.provider: is required for a project that was won"), ReadAmount()),
        ("dead", _) or (_, "dead") => Outcome.Dead(Parse<DeathReason>(Get("reason")) ?? throw new FormatException($"state.reason: '{Get("reason")}' is no reason of an end")),
        _ => null,
    };

    /// <exception cref="FormatException">The value is no phase.</exception>
    Phase ReadPhase() => Get("phase") is not { } phase ? Phase.AwaitingValidation
        : Parse<Phase>(phase) ?? throw new FormatException($"state.phase: '{phase}' is no phase");

    Instant? ReadTime(string name) => Get(name) is not { } text ? null
        : OffsetDateTimePattern.Rfc3339.Parse(text) is { Success: true } parsed ? parsed.Value.ToInstant()
        : throw new FormatException($"state.{name}: '{text}' is no time with an offset");

    decimal? ReadAmount() => Get("amount") is not { } text ? null
        : decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount) ? amount
        : throw new FormatException($"state.amount: '{text}' is no amount");

    string? Get(string name) => values.TryGetValue(name, out var value) && value.Length > 0 ? value : null;

    /// <summary>The state to bring back.</summary>
    /// <exception cref="FormatException">A value is not one of an export; the message names it.</exception>
    public RestoredState ToRestoredState() => new(
        ReadPhase(), ReadOutcome(), StopsCalls, ReadTime("quietUntil"), StopsMails, IsErased, ReadTime("lastSignOfLife"), MailFailed);

    /// <summary>The submission of an erased person's project, as far as the export knows it.</summary>
    /// <exception cref="FormatException">The id of the project or of the client is missing, or a value is not one of an export.</exception>
    public Submit ToErasedSubmission() => new(
        Id ?? throw new FormatException("id: is required"),
        Get("client") ?? throw new FormatException("state.client: is required for the project of an erased person"),
        Parse<ClientType>(Get("clientType")) ?? ClientType.Company,
        Get("language") == "en" ? Language.English : Language.French,
        Category: "", MayCall: false, Evidence.None, Deadline: null,
        ReadTime("submittedAt") ?? throw new FormatException("state.submittedAt: is required for the project of an erased person"),
        Coordinator: null);

    static T? Parse<T>(string? name)
        where T : struct, Enum => Kebab.TryParse<T>(name, out var value) ? value : null;

    /// <summary>The state of a JSON export; null when the item has none.</summary>
    public static ExportedState? Read(JsonElement item)
    {
        if (item.ValueKind != JsonValueKind.Object || !item.TryGetProperty("state", out var state) || state.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        var values = state.EnumerateObject().Where(member => member.Value.ValueKind != JsonValueKind.Null)
            .GroupBy(member => member.Name).ToDictionary(group => group.Key, group => group.Last().Value.ToString());
        return new ExportedState(item.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.String ? id.GetString() : null, values);
    }
}
