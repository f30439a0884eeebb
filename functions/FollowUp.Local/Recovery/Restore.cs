using FollowUp.Application.Delivery;
using FollowUp.Application.Persons;
using FollowUp.Application.Privacy;
using FollowUp.Application.Projects;
using FollowUp.Application.Recovery;
using FollowUp.Domain.Calendars;
using FollowUp.Local.CommandLine;
using FollowUp.Local.Demo;
using FollowUp.Local.Hosting;
using FollowUp.Local.Scheduling;
using FollowUp.Storage.Shared;
using FollowUp.Storage.Sqlite;
using NodaTime;

namespace FollowUp.Local.Recovery;

/// <summary>
/// Restores a backup into an empty folder. It works in a folder inside it and moves the database out at the end, so an interrupted restore leaves no
/// data that could be served, and may be repeated.
/// </summary>
sealed class Restore(string backup, string target, Instant stoppedAt, AuditExport? audit)
{
    const string WorkFolder = ".restoring";

    /// <param name="MadeAt">The instant of which the data are.</param>
    /// <param name="DroppedMails">Mails that may have left already.</param>
    /// <param name="Rights">Rights that were applied again.</param>
    /// <param name="UnknownRights">Rights on projects that the backup does not hold.</param>
    public sealed record Result(Instant MadeAt, int DroppedMails, int Rights, int UnknownRights);

    /// <exception cref="BadArgumentException">The folder is not empty, or the file cannot be restored. The folder is as it was.</exception>
    public async Task<Result> Run(CancellationToken cancellation)
    {
        EnsureEmpty();
        var folder = DataFolder.Create(target);
        var work = DataFolder.Create(Path.Combine(folder.Path, WorkFolder));
        try
        {
            var manifest = BackupFile.Unpack(backup, work.Path);
            if (SqliteBackup.FindDamage(work.DatabasePath) is { } damage)
            {
                throw new BadArgumentException($"FILE: the database in '{backup}' is damaged: {damage}");
            }

            var result = await Complete(work, BackupFile.GetInstant(manifest), cancellation);
            MoveOut(manifest, work, folder);
            return result;
        }
        finally
        {
            Directory.Delete(work.Path, recursive: true);
        }
    }

    void EnsureEmpty()
    {
        var full = Path.GetFullPath(target);
        if (!Directory.Exists(full))
        {
            return;
        }

        // What an interrupted restore left.
        if (Directory.Exists(Path.Combine(full, WorkFolder)))
        {
            Directory.Delete(Path.Combine(full, WorkFolder), recursive: true);
        }

        if (Directory.EnumerateFileSystemEntries(full).Any())
        {
            throw new BadArgumentException($"--data: '{target}' is not empty. Name a new folder.");
        }
    }

    async Task<Result> Complete(DataFolder work, Instant madeAt, CancellationToken cancellation)
    {
        using var store = work.OpenStore();
        if (await StoreKindSetting.Find(store.Settings, cancellation) == StoreKind.Demo)
        {
            return new Result(madeAt, 0, 0, 0);
        }

        var time = new AdjustableTimeProvider(Instant.Max(madeAt, stoppedAt));
        var calendar = (await store.Department.Read(cancellation)).Settings.CreateCalendar();
        var commands = CreateCommands(store, calendar, time);
        var dropped = await new RestoreCompletion(store, commands, new DepartmentOutbox(store.Settings), time).Run(stoppedAt, cancellation);
        if (audit is null)
        {
            return new Result(madeAt, dropped, 0, 0);
        }

        var eraser = new PersonEraser(commands, store.Projects, store.Index, store.Complaints, [store.Mailbox]);
        var (applied, unknown) = await new PersonRightsReplay(store.Projects, commands, eraser).Apply(audit.Rights, cancellation);
        return new Result(madeAt, dropped, applied, unknown);
    }

    static ProjectCommands CreateCommands(SqliteStore store, WorkingCalendar calendar, TimeProvider time) => new(
        store.Projects, new PersonLoader(store.Persons, store.Projects, store.Index), store.Audit, new PolicyLoader(store.Directory, calendar),
        new CoordinatorSelector(store.Directory, store.Index, calendar), new ProjectSignal(), time);

    static void MoveOut(BackupManifest manifest, DataFolder work, DataFolder folder)
    {
        foreach (var file in manifest.Files.Where(file => file.Path != DataFolder.DatabaseName))
        {
            var destination = Path.Combine(folder.Path, file.Path);
            Directory.CreateDirectory(Path.GetDirectoryName(destination)!);
            File.Move(Path.Combine(work.Path, file.Path), destination);
        }

        File.Move(work.DatabasePath, folder.DatabasePath);
    }
}
