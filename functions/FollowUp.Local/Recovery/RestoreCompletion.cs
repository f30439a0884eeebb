using FollowUp.Application.Delivery;
using FollowUp.Application.Persons;
using FollowUp.Application.Ports;
using FollowUp.Application.Privacy;
using FollowUp.Application.Projects;
using FollowUp.Application.Recovery;
using FollowUp.Domain.Calendars;
using FollowUp.Domain.Outbox;
using FollowUp.Domain.Projects;
using FollowUp.Local.Demo;
using FollowUp.Local.Hosting;
using FollowUp.Local.Scheduling;
using FollowUp.Storage.Shared;
using NodaTime;
using NodaTime.Text;

namespace FollowUp.Local.Recovery;

/// <summary>
/// Brings a restored store to the instant at which the lost installation stopped, so that no mail is sent twice. What time alone decided until then
/// is decided again, as it follows from the store; the mails that were due until then are dropped, because they may have left. Webhooks stay: a
/// repeat has the same id. Scheduled jobs count as run until then. May be repeated.
/// </summary>
sealed class RestoreCompletion(IStore store, ProjectCommands commands, DepartmentOutbox department, AdjustableTimeProvider time)
{
    /// <summary>More than a project can need: each step of time moves its wake time.</summary>
    const int MaxSteps = 10_000;

    const int PageSize = 1_000;

    /// <summary>Completes a restored store, and applies the rights of an export of the audit. A demo is left as it is. May be repeated.</summary>
    /// <param name="store">The restored store.</param>
    /// <param name="madeAt">The instant of which its data are.</param>
    /// <param name="stoppedAt">When the lost installation may have sent its last mail.</param>
    /// <param name="audit">The export; null for none.</param>
    /// <param name="cancellation">Cancels between projects.</param>
    public static async Task<RestoreResult> Complete(IStore store, Instant madeAt, Instant stoppedAt, AuditExport? audit, CancellationToken cancellation)
    {
        if (await StoreKindSetting.Find(store.Settings, cancellation) == StoreKind.Demo)
        {
            return new RestoreResult(madeAt, 0, 0, 0);
        }

        var time = new AdjustableTimeProvider(Instant.Max(madeAt, stoppedAt));
        var calendar = (await store.Department.Read(cancellation)).Settings.CreateCalendar();
        var commands = CreateCommands(store, calendar, time);
        var dropped = await new RestoreCompletion(store, commands, new DepartmentOutbox(store.Settings), time).Run(stoppedAt, cancellation);
        if (audit is null)
        {
            return new RestoreResult(madeAt, dropped, 0, 0);
        }

        var eraser = new PersonEraser(commands, store.Projects, store.Index, store.Complaints, [store.Mailbox]);
        var (applied, unknown) = await new PersonRightsReplay(store.Projects, commands, eraser).Apply(audit.Rights, cancellation);
        return new RestoreResult(madeAt, dropped, applied, unknown);
    }

    /// <param name="stoppedAt">When the lost installation may have sent its last mail.</param>
    /// <param name="cancellation">Cancels between projects.</param>
    /// <returns>How many mails were dropped.</returns>
    async Task<int> Run(Instant stoppedAt, CancellationToken cancellation)
    {
        var dropped = 0;
        var done = new HashSet<string>(StringComparer.Ordinal);
        while (true)
        {
            // A project with a webhook stays due, so each page is longer by those that are done.
            var page = (await store.Index.GetDue(stoppedAt, done.Count + PageSize, cancellation)).Where(done.Add).ToArray();
            if (page.Length == 0)
            {
                break;
            }

            foreach (var id in page)
            {
                await AdvanceUntil(id, stoppedAt, cancellation);
                dropped += await DropMails(id, stoppedAt, cancellation);
            }
        }

        dropped += await DropDepartmentMails(stoppedAt, cancellation);
        await SkipJobs(stoppedAt, cancellation);
        await RemoveAll("sign-in:", cancellation);
        await RemoveAll("setup-token:", cancellation);
        await RemoveAll("session:", cancellation);
        return dropped;
    }

    static ProjectCommands CreateCommands(IStore store, WorkingCalendar calendar, TimeProvider time) => new(
        store.Projects, new PersonLoader(store.Persons, store.Projects, store.Index), store.Audit, new PolicyLoader(store.Directory, calendar),
        new CoordinatorSelector(store.Directory, store.Index, calendar), new ProjectSignal(), time,
        AnchorSetup.ReadKeys(AnchorSetup.ReadEnvironment()));

    async Task AdvanceUntil(string id, Instant stoppedAt, CancellationToken cancellation)
    {
        var project = (await store.Projects.Load(id, cancellation))?.Project;
        for (var steps = 0; steps < MaxSteps && project?.WakeAt is { } wake && wake <= stoppedAt; steps++)
        {
            Project? after = null;
            await time.RunAt(wake, async () => after = await commands.Advance(id, cancellation));
            if (after is null || (after.Version == project.Version && after.WakeAt == wake))
            {
                return; // Nothing that time alone decides.
            }

            project = after;
        }
    }

    async Task<int> DropMails(string id, Instant stoppedAt, CancellationToken cancellation)
    {
        var dropped = 0;
        foreach (var entry in await store.Projects.LoadMessages(id, pendingOnly: true, cancellation))
        {
            if (entry.Message.Kind != MessageKind.Webhook && (entry.DueAt <= stoppedAt || entry.State == MessageState.Sending))
            {
                await store.Projects.UpdateMessage(
                    entry with { State = MessageState.Dropped, DueAt = stoppedAt, Note = DeliveryNotes.BeforeRestore }, cancellation);
                dropped++;
            }
        }

        return dropped;
    }

    async Task<int> DropDepartmentMails(Instant stoppedAt, CancellationToken cancellation)
    {
        var due = (await department.GetPending(cancellation)).Where(entry => entry.Mail.NotBefore <= stoppedAt).ToArray();
        foreach (var entry in due)
        {
            await department.Complete(entry.Mail, stoppedAt, sent: false, cancellation);
        }

        return due.Length;
    }

    /// <summary>The digest or the report of that time was enqueued, or is too old now.</summary>
    async Task SkipJobs(Instant stoppedAt, CancellationToken cancellation)
    {
        foreach (var (key, value) in await store.Settings.List("schedule:", cancellation))
        {
            if (InstantPattern.ExtendedIso.Parse(value) is { Success: true, Value: var lastRun } && lastRun < stoppedAt)
            {
                await store.Settings.Set(
                    key, InstantPattern.ExtendedIso.Format(stoppedAt), stoppedAt + RetentionPeriods.JobRuns, cancellation);
            }
        }
    }

    /// <summary>A link that was used after the backup, or a session that ended since, must not work again.</summary>
    async Task RemoveAll(string prefix, CancellationToken cancellation)
    {
        foreach (var (key, _) in await store.Settings.List(prefix, cancellation))
        {
            await store.Settings.Remove(key, cancellation);
        }
    }
}
