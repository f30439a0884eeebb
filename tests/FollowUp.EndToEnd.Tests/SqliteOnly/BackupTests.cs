using System.Net;
using System.Text.Json;

namespace FollowUp.EndToEnd.Tests.SqliteOnly;

/// <summary>A data folder is backed up while it is served, lost, and restored. Tables are copied by tools of Azure.</summary>
public sealed class BackupTests : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("followup-backup-").FullName;

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    string BackupPath => Path.Combine(folder, "monday.backup");

    string Restored => Path.Combine(folder, "restored");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task A_restored_department_goes_on_where_the_lost_one_stopped_and_sends_nothing_again()
    {
        await using var host = await HostProcess.CreateStopped();
        await host.Serve();
        await Submit(host, "P-1");
        await host.WaitForMail("P-1");
        await host.RunCommand("backup", BackupPath);

        // After the backup: P-2 is lost with the folder, and the client of P-1 is erased.
        await Submit(host, "P-2");
        using var erasure = await host.WebsiteClient.DeleteAsync("/api/clients/C-P-1", Cancellation);
        Assert.Equal(HttpStatusCode.OK, erasure.StatusCode);
        var audit = Path.Combine(folder, "audit.json");
        await File.WriteAllTextAsync(audit, await host.RunCommand("audit"), Cancellation);
        host.Kill();

        var (code, _, errors) = await host.TryCommandElsewhere(Restored, "restore", BackupPath, "--audit", audit);

        Assert.True(code == 0, errors);
        Assert.Contains("1 erasures and refusals applied again", errors, StringComparison.Ordinal);
        var (_, exported, _) = await host.TryCommandElsewhere(Restored, "export");
        var project = Assert.Single(JsonSerializer.Deserialize<JsonElement>(exported).EnumerateArray());
        Assert.Equal("erased", project.GetProperty("state").GetProperty("reason").GetString());
        Assert.DoesNotContain("Jeanne", exported, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mails_that_were_due_before_the_loss_are_not_sent_after_the_restore()
    {
        await using var host = await HostProcess.CreateStopped();
        await host.Serve();
        await Submit(host, "P-1");
        await host.WaitForMail("P-1");
        host.Kill();
        await host.RunCommand("backup", BackupPath);

        // The lost installation ran on for a month: the calls of that time were found overdue.
        host.Settings["Clock__StartAt"] = "2026-12-23T08:00:00+01:00";
        var (code, _, errors) = await host.TryCommandElsewhere(Restored, "restore", BackupPath);
        Assert.True(code == 0, errors);

        await using var restored = await HostProcess.ServeFolder(Restored, "2026-12-23T08:00:00+01:00");
        restored.WebsiteClient.DefaultRequestHeaders.Add("x-functions-key", await restored.RunCommand("key"));
        await Submit(restored, "P-2", new DateTimeOffset(2026, 12, 23, 6, 30, 0, TimeSpan.Zero));
        await restored.WaitForMail("P-2");
        Assert.Equal(["Receipt"], (await restored.GetMails("P-1")).Select(mail => mail.Kind));
        Assert.Contains("call-overdue", (await restored.GetProject("P-1")).Events);
    }

    [Fact]
    public async Task What_cannot_be_restored_is_refused_and_changes_nothing()
    {
        await using var host = await HostProcess.CreateStopped();
        await host.RunCommand("backup", BackupPath);
        var damaged = Path.Combine(folder, "damaged");
        var bytes = await File.ReadAllBytesAsync(BackupPath, Cancellation);

        // Longer than the header of a zip entry, whose date a reader does not look at.
        foreach (ref var damage in bytes.AsSpan(bytes.Length / 3, 100))
        {
            damage ^= 0x40;
        }

        await File.WriteAllBytesAsync(damaged, bytes, Cancellation);
        var other = Path.Combine(folder, "other");
        await File.WriteAllTextAsync(other, "no backup", Cancellation);
        Directory.CreateDirectory(Path.Combine(folder, "full", "of", "things"));

        Assert.Equal(2, (await host.TryCommand("backup", BackupPath)).Code);
        Assert.Equal(2, (await host.TryCommandElsewhere(Restored, "restore", damaged)).Code);
        Assert.Equal(2, (await host.TryCommandElsewhere(Restored, "restore", other)).Code);
        Assert.Equal(2, (await host.TryCommandElsewhere(Restored, "restore", BackupPath, "--stopped-at", "yesterday")).Code);
        Assert.Equal(2, (await host.TryCommandElsewhere(Restored, "restore", BackupPath, "--audit", other)).Code);
        Assert.Equal(2, (await host.TryCommandElsewhere(Path.Combine(folder, "full"), "restore", BackupPath)).Code);

        Assert.False(File.Exists(Path.Combine(Restored, "followup.db")));
        Assert.Equal(0, (await host.TryCommandElsewhere(Restored, "restore", BackupPath)).Code);
    }

    static async Task Submit(HostProcess host, string id, DateTimeOffset? at = null)
    {
        var (status, _) = await host.Post(
            host.WebsiteClient, "/api/projects", Submissions.Company(id, at ?? new DateTimeOffset(2026, 11, 23, 6, 30, 0, TimeSpan.Zero)));
        Assert.Equal(HttpStatusCode.Created, status);
    }
}
