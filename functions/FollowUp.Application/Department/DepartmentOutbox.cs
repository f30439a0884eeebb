using System.Collections.Immutable;
using System.Text.Json;
using FollowUp.Application.Json;
using NodaTime;
using NodaTime.Text;

namespace FollowUp.Application;

/// <summary>
/// The mails that the department owes, in its settings: a row each, written before anything is sent. What is done with leaves a mark behind
/// for a while, so that nobody who comes late owes it again; what it was about is forgotten at once. The marks stand apart from what is
/// owed, which everybody who looks reads whole.
/// </summary>
public sealed class DepartmentOutbox(ISettings settings)
{
    const string Owed = "mail:";
    const string Done = "mail-done:";
    const string Dropped = " dropped";

    /// <summary>The same mail twice is owed once.</summary>
    public async ValueTask Owe(DepartmentMail mail, CancellationToken cancellation = default)
    {
        if (!await IsDone(mail, cancellation))
        {
            await settings.GetOrSet(Owed + mail.Id, Write(new DepartmentMailEntry(mail, mail.NotBefore)), cancellation);
        }
    }

    /// <summary>What is still to be sent, the first to be due first.</summary>
    public async ValueTask<ImmutableArray<DepartmentMailEntry>> Pending(CancellationToken cancellation = default) =>
    [
        .. (await settings.List(Owed, cancellation)).Select(row => Read(row.Value))
            .OrderBy(entry => entry.DueAt).ThenBy(entry => entry.Mail.Id, StringComparer.Ordinal),
    ];

    /// <summary>Whether it has left or was dropped. One that was owed again by somebody who came late is still pending then.</summary>
    public async ValueTask<bool> IsDone(DepartmentMail mail, CancellationToken cancellation = default) =>
        await settings.Get(Done + mail.Id, cancellation) is not null;

    /// <summary>Whether it was handed over, as far as is still known: it is not owed any more, and was not dropped.</summary>
    public async ValueTask<bool> HasLeft(string id, CancellationToken cancellation = default) =>
        await settings.Get(Owed + id, cancellation) is null
        && (await settings.Get(Done + id, cancellation))?.EndsWith(Dropped, StringComparison.Ordinal) is not true;

    /// <returns>False when somebody else has it meanwhile.</returns>
    public ValueTask<bool> Mark(DepartmentMailEntry standing, DepartmentMailEntry entry, CancellationToken cancellation = default) =>
        settings.Replace(Owed + entry.Mail.Id, Write(standing), Write(entry), cancellation);

    /// <summary>It has left, or there is nothing to send. Whoever dies between the two writes leaves it pending, and done.</summary>
    /// <param name="left">It was handed over; else it was dropped.</param>
    public async ValueTask MarkDone(DepartmentMail mail, Instant at, bool left, CancellationToken cancellation = default)
    {
        await settings.GetOrSet(Done + mail.Id, InstantPattern.General.Format(at) + (left ? "" : Dropped), cancellation);
        await settings.Remove(Owed + mail.Id, cancellation);
    }

    /// <summary>Forgets what was done with before this.</summary>
    /// <returns>How many.</returns>
    public async Task<int> Forget(Instant before, CancellationToken cancellation = default)
    {
        var forgotten = 0;
        foreach (var (key, value) in await settings.List(Done, cancellation))
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
