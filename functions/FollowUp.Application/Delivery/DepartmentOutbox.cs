using System.Collections.Immutable;
using System.Text.Json;
using FollowUp.Application.Ports;
using FollowUp.Application.Privacy;
using FollowUp.Application.Serialization;
using NodaTime;
using NodaTime.Text;

namespace FollowUp.Application.Delivery;

/// <summary>
/// The department's outbox: a pending row for each mail that waits, and a done row for each mail that was sent or dropped. A done row holds no
/// more than that; it keeps a late caller from enqueuing the mail again, and expires. Thread-safe, also across processes.
/// </summary>
public sealed class DepartmentOutbox(IKeyValueStore settings)
{
    const string PendingPrefix = "mail:";
    const string DonePrefix = "mail-done:";
    const string DroppedSuffix = " dropped";

    /// <summary>Adds a mail. Does nothing when a mail with its id waits or is done.</summary>
    public async ValueTask Enqueue(DepartmentMail mail, CancellationToken cancellation = default)
    {
        if (!await IsDone(mail, cancellation))
        {
            await settings.GetOrSet(PendingPrefix + mail.Id, Write(new DepartmentMailEntry(mail, mail.NotBefore)), cancellation);
        }
    }

    /// <summary>The mails that wait, ordered by when they are due.</summary>
    public async ValueTask<ImmutableArray<DepartmentMailEntry>> GetPending(CancellationToken cancellation = default) =>
    [
        .. (await settings.List(PendingPrefix, cancellation)).Select(row => Read(row.Value))
            .OrderBy(entry => entry.DueAt).ThenBy(entry => entry.Mail.Id, StringComparer.Ordinal),
    ];

    /// <summary>Whether a mail was sent or dropped. It may also be pending, when a crash came between the two writes of <see cref="Complete"/>.</summary>
    public async ValueTask<bool> IsDone(DepartmentMail mail, CancellationToken cancellation = default) =>
        await settings.Get(DonePrefix + mail.Id, cancellation) is not null;

    /// <summary>Whether a mail that was enqueued has been sent. It is true also when its done row has expired.</summary>
    public async ValueTask<bool> WasSent(string id, CancellationToken cancellation = default) =>
        await settings.Get(PendingPrefix + id, cancellation) is null
        && (await settings.Get(DonePrefix + id, cancellation))?.EndsWith(DroppedSuffix, StringComparison.Ordinal) is not true;

    /// <summary>Replaces a pending row.</summary>
    /// <returns>False when another worker has changed or completed it: nothing was written.</returns>
    public ValueTask<bool> TryUpdate(DepartmentMailEntry expected, DepartmentMailEntry entry, CancellationToken cancellation = default) =>
        settings.TryReplace(PendingPrefix + entry.Mail.Id, Write(expected), Write(entry), cancellation);

    /// <summary>Marks a mail as done and removes its pending row, in two writes. May be repeated; the first mark stays.</summary>
    /// <param name="mail">The mail.</param>
    /// <param name="at">When it was sent or dropped.</param>
    /// <param name="sent">It was sent; otherwise it was dropped.</param>
    /// <param name="cancellation">Cancels between the writes.</param>
    public async ValueTask Complete(DepartmentMail mail, Instant at, bool sent, CancellationToken cancellation = default)
    {
        await settings.GetOrSet(
            DonePrefix + mail.Id, InstantPattern.General.Format(at) + (sent ? "" : DroppedSuffix), at + (mail.IsForNobody ? RetentionPeriods.MailsForNobody : RetentionPeriods.Mails),
            cancellation);
        await settings.Remove(PendingPrefix + mail.Id, cancellation);
    }

    static string Write(DepartmentMailEntry entry) => JsonSerializer.Serialize(entry, StoredJson.Options);

    static DepartmentMailEntry Read(string json) =>
        JsonSerializer.Deserialize<DepartmentMailEntry>(json, StoredJson.Options) ?? throw new JsonException("A department mail is never null.");
}
