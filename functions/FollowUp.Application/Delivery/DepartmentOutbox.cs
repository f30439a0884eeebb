using System.Collections.Immutable;
using System.Text.Json;
using FollowUp.Application.Ports;
using FollowUp.Application.Serialization;
using NodaTime;
using NodaTime.Text;

namespace FollowUp.Application.Delivery;

/// <summary>
/// The mails that the department owes, in its settings: a row each, written before anything is sent. What is done with leaves a mark behind
/// for a while, so that nobody who comes late owes it again; what it was about is forgotten at once. The marks stand apart from what is
/// owed, which everybody who looks reads whole.
/// </summary>
public sealed class DepartmentOutbox(ISettings settings)
{
    const string PendingPrefix = "mail:";
    const string DonePrefix = "mail-done:";
    const string DroppedSuffix = " dropped";

    /// <summary>The same mail twice is owed once.</summary>
    public async ValueTask Enqueue(DepartmentMail mail, CancellationToken cancellation = default)
    {
        if (!await IsDone(mail, cancellation))
        {
            await settings.GetOrSet(PendingPrefix + mail.Id, Write(new DepartmentMailEntry(mail, mail.NotBefore)), cancellation);
        }
    }

    /// <summary>What is still to be sent, the first to be due first.</summary>
    public async ValueTask<ImmutableArray<DepartmentMailEntry>> GetPending(CancellationToken cancellation = default) =>
    [
        .. (await settings.List(PendingPrefix, cancellation)).Select(row => Read(row.Value))
            .OrderBy(entry => entry.DueAt).ThenBy(entry => entry.Mail.Id, StringComparer.Ordinal),
    ];

    /// <summary>Whether it has left or was dropped. One that was owed again by somebody who came late is still pending then.</summary>
    public async ValueTask<bool> IsDone(DepartmentMail mail, CancellationToken cancellation = default) =>
        await settings.Get(DonePrefix + mail.Id, cancellation) is not null;

    /// <summary>Whether it was handed over, as far as is still known: it is not owed any more, and was not dropped.</summary>
    public async ValueTask<bool> WasSent(string id, CancellationToken cancellation = default) =>
        await settings.Get(PendingPrefix + id, cancellation) is null
        && (await settings.Get(DonePrefix + id, cancellation))?.EndsWith(DroppedSuffix, StringComparison.Ordinal) is not true;

    /// <returns>False when somebody else has it meanwhile.</returns>
    public ValueTask<bool> TryUpdate(DepartmentMailEntry standing, DepartmentMailEntry entry, CancellationToken cancellation = default) =>
        settings.TryReplace(PendingPrefix + entry.Mail.Id, Write(standing), Write(entry), cancellation);

    /// <summary>It has left, or there is nothing to send. Whoever dies between the two writes leaves it pending, and done.</summary>
    /// <param name="left">It was handed over; else it was dropped.</param>
    public async ValueTask Complete(DepartmentMail mail, Instant at, bool left, CancellationToken cancellation = default)
    {
        await settings.GetOrSet(DonePrefix + mail.Id, InstantPattern.General.Format(at) + (left ? "" : DroppedSuffix), cancellation);
        await settings.Remove(PendingPrefix + mail.Id, cancellation);
    }

    /// <summary>Forgets what was done with before this.</summary>
    /// <returns>How many.</returns>
    public async Task<int> DeleteDoneBefore(Instant before, CancellationToken cancellation = default)
    {
        var forgotten = 0;
        foreach (var (key, value) in await settings.List(DonePrefix, cancellation))
        {
            if (InstantPattern.General.Parse(value.Split(' ')[0]).GetValueOrThrow() < before)
            {
                await settings.Remove(key, cancellation);
                forgotten++;
            }
        }

        return forgotten;
    }

    static string Write(DepartmentMailEntry entry) => JsonSerializer.Serialize(entry, StoredJson.Options);

    static DepartmentMailEntry Read(string json) =>
        JsonSerializer.Deserialize<DepartmentMailEntry>(json, StoredJson.Options) ?? throw new JsonException("An owed mail is never null.");
}
