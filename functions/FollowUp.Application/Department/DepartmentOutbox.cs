using System.Collections.Immutable;
using System.Text.Json;
using FollowUp.Application.Json;
using NodaTime;
using NodaTime.Text;

namespace FollowUp.Application;

/// <summary>
/// The mails that the department owes, in its settings: a row each, written before anything is sent. What has left keeps its row for a
/// while, so that nobody who comes late owes it again; what it was about is forgotten at once.
/// </summary>
public sealed class DepartmentOutbox(ISettings settings)
{
    const string Prefix = "mail:";
    const string Sent = "sent ";
    const string Dropped = "dropped ";

    /// <summary>The same mail twice is owed once.</summary>
    public async ValueTask Owe(DepartmentMail mail, CancellationToken cancellation = default) =>
        await settings.GetOrSet(KeyOf(mail), Write(new DepartmentMailEntry(mail, mail.NotBefore)), cancellation);

    /// <summary>What is still to be sent, the first to be due first.</summary>
    public async ValueTask<ImmutableArray<DepartmentMailEntry>> Pending(CancellationToken cancellation = default) =>
    [
        .. (await settings.List(Prefix, cancellation)).Where(row => IsPending(row.Value)).Select(row => Read(row.Value))
            .OrderBy(entry => entry.DueAt).ThenBy(entry => entry.Mail.Id, StringComparer.Ordinal),
    ];

    /// <returns>False when somebody else has it meanwhile.</returns>
    public ValueTask<bool> Mark(DepartmentMailEntry standing, DepartmentMailEntry entry, CancellationToken cancellation = default) =>
        settings.Replace(KeyOf(entry.Mail), Write(standing), Write(entry), cancellation);

    public ValueTask<bool> MarkSent(DepartmentMailEntry standing, Instant at, CancellationToken cancellation = default) =>
        settings.Replace(KeyOf(standing.Mail), Write(standing), Sent + InstantPattern.General.Format(at), cancellation);

    public ValueTask<bool> MarkDropped(DepartmentMailEntry standing, Instant at, CancellationToken cancellation = default) =>
        settings.Replace(KeyOf(standing.Mail), Write(standing), Dropped + InstantPattern.General.Format(at), cancellation);

    /// <summary>Forgets what left, or was dropped, before this.</summary>
    /// <returns>How many.</returns>
    public async Task<int> Forget(Instant before, CancellationToken cancellation = default)
    {
        var forgotten = 0;
        foreach (var (key, value) in await settings.List(Prefix, cancellation))
        {
            if (!IsPending(value) && InstantPattern.General.Parse(value[(value.IndexOf(' ', StringComparison.Ordinal) + 1)..]) is { Success: true, Value: var at }
                && at < before)
            {
                await settings.Remove(key, cancellation);
                forgotten++;
            }
        }

        return forgotten;
    }

    static string KeyOf(DepartmentMail mail) => Prefix + mail.Id;

    static bool IsPending(string value) => value.StartsWith('{');

    static string Write(DepartmentMailEntry entry) => JsonSerializer.Serialize(entry, StoredJson.Options);

    static DepartmentMailEntry Read(string json) =>
        JsonSerializer.Deserialize<DepartmentMailEntry>(json, StoredJson.Options) ?? throw new JsonException("An owed mail is never null.");
}
