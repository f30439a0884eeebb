using System.Net;
using System.Text.Json;

namespace FollowUp.EndToEnd.Tests.Stores;

/// <summary>Tables are backed up while they are served, lost, and restored into other tables.</summary>
public sealed class TablesBackupTests : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("followup-tables-backup-").FullName;

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    string BackupPath => Path.Combine(folder, "monday.backup");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Restored_tables_hold_what_was_backed_up_and_send_nothing_again()
    {
        await using var host = await HostProcess.CreateStopped(StoreLocation.CreateTables());
        await host.Serve();
        await Submit(host, "P-1");
        await host.WaitForMail("P-1");
        await Submit(host, "P-2");
        await host.WaitForMail("P-2");
        await host.RunCommand("backup", BackupPath);
        using var erasure = await host.WebsiteClient.DeleteAsync("/api/clients/C-P-2", Cancellation);
        Assert.Equal(HttpStatusCode.OK, erasure.StatusCode);
        var audit = Path.Combine(folder, "audit.json");
        await File.WriteAllTextAsync(audit, await host.RunCommand("audit"), Cancellation);
        var key = await host.RunCommand("key");
        host.Kill();

        await using var restored = HostProcess.CreateNew(StoreLocation.CreateTables());
        var (code, _, errors) = await restored.TryCommand("restore", BackupPath, "--audit", audit);
        Assert.True(code == 0, errors);
        Assert.Contains("1 erasures and refusals applied again", errors, StringComparison.Ordinal);

        await restored.Serve();
        Assert.Equal(key, await restored.RunCommand("key"));
        restored.WebsiteClient.DefaultRequestHeaders.Add("x-functions-key", key);
        await Submit(restored, "P-3");
        await restored.WaitForMail("P-3");
        Assert.Equal(["Receipt"], (await restored.GetMails("P-1")).Select(mail => mail.Kind));
        var exported = JsonSerializer.Deserialize<JsonElement>(await restored.RunCommand("export")).EnumerateArray()
            .ToDictionary(project => project.GetProperty("id").GetString()!, project => project.GetProperty("state").GetProperty("phase").GetString());
        Assert.Equal(("awaiting-validation", "dead", "awaiting-validation"), (exported["P-1"], exported["P-2"], exported["P-3"]));

        // The tables are in use now, so nothing is restored over them.
        Assert.Contains("not empty", (await restored.TryCommand("restore", BackupPath)).Errors, StringComparison.Ordinal);
    }

    static async Task Submit(HostProcess host, string id)
    {
        var (status, _) = await host.Post(
            host.WebsiteClient, "/api/projects", Submissions.Company(id, new DateTimeOffset(2026, 11, 23, 6, 30, 0, TimeSpan.Zero)));
        Assert.Equal(HttpStatusCode.Created, status);
    }
}
