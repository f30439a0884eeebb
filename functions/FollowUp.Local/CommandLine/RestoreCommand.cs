using System.CommandLine;
using FollowUp.Local.Hosting;
using FollowUp.Local.Recovery;
using NodaTime.Extensions;
using NodaTime.Text;

namespace FollowUp.Local.CommandLine;

/// <summary><c>restore</c>: restores a backup into an empty folder or empty tables. No mail that may have left is sent again.</summary>
static class RestoreCommand
{
    public static Command Build()
    {
        var file = new Argument<string?>("FILE") { Description = "A file that backup wrote.", Arity = ArgumentArity.ZeroOrOne };
        var stopped = new Option<string?>("--stopped-at")
        {
            Description = "When the installation that the backup is of was last running (by default now). Mails that were due until then are not sent.",
            HelpName = "TIME",
        };
        var audit = new Option<string?>("--audit")
        {
            Description = "An export of the command audit: erasures and refusals in it are applied again.",
            HelpName = "FILE",
        };
        var data = FollowUpCommand.CreateDataOption();
        var command = new Command("restore", "Restores a backup into an empty folder, or into empty tables.") { file, stopped, audit, data };
        command.SetAction(async (parsed, cancellation) =>
        {
            var path = parsed.GetValue(file) is { Length: > 0 } named ? named : throw new BadArgumentException("FILE: name the backup.");
            NamedFile.EnsureExists("FILE", path);
            var now = HostClock.Read().GetCurrentInstant();
            var stoppedAt = InstantOption.Parse("--stopped-at", parsed.GetValue(stopped)) ?? now;
            if (stoppedAt > now)
            {
                throw new BadArgumentException("--stopped-at: must not be in the future.");
            }

            var rights = parsed.GetValue(audit) is { } auditFile ? AuditExport.Read(auditFile) : null;
            var tables = FollowUpCommand.FindTables(parsed);
            var target = tables?.CommandLineOption ?? FollowUpCommand.GetFolderPath(parsed, data);
            var result = tables is null
                ? await new Restore(path, target, stoppedAt, rights).Run(cancellation)
                : await new TablesRestore(path, tables, stoppedAt, rights).Run(cancellation);
            using (var restored = await FollowUpCommand.GetExistingInstallation(parsed, data).OpenStore())
            {
                await CommandLineAudit.Write(restored, "restore-backup");
            }

            await Console.Error.WriteLineAsync($"{target} holds the data of {InstantPattern.General.Format(result.MadeAt)}.");
            await Console.Error.WriteLineAsync($"{result.DroppedMails} mails that were due by {InstantPattern.General.Format(stoppedAt)} are not sent, as they may have left.");
            if (rights is not null)
            {
                await Console.Error.WriteLineAsync(
                    $"{result.AppliedRights} erasures and refusals applied again; {result.UnknownRights} are about projects that the backup does not hold.");
            }

            await Console.Error.WriteLineAsync(
                "All sessions have ended. Staff, their tokens and the website's key are those of that time: whoever left since has access again until "
                + "staff remove, a revoked token until token --revoke, and a key that was changed since until key --rotate.");
            return 0;
        });
        return command;
    }
}
