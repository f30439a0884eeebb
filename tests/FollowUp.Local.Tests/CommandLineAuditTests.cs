using FollowUp.Storage.Sqlite;

namespace FollowUp.Local.Tests;

/// <summary>What a command changes or gives out is written to the audit log of the installation, with whom it was about.</summary>
public sealed class CommandLineAuditTests : IDisposable
{
    const string Nadia = "nadia@demo.example";
    const string Camille = "camille@demo.example";

    readonly CommandLine line = new();

    public void Dispose() => line.Dispose();

    [Fact]
    public async Task Each_command_that_changes_or_gives_out_something_leaves_one_entry()
    {
        await Run("key");
        await Run("key", "--rotate");
        await Run("staff", "add", "--email", Nadia, "--name", "Nadia", "--role", "manager", "--no-invitation");
        await Run("staff", "add", "--email", Camille, "--name", "Camille", "--role", "coordinator", "--no-invitation");
        await Run("staff", "change", "--email", Camille, "--capacity", "20");
        await Run("token", "--staff", Camille);
        await Run("token", "--staff", Camille, "--revoke");
        await Run("sign-in", "--staff", Nadia);
        await Run("export");
        var file = line.GetPath("empty.json");
        await File.WriteAllTextAsync(file, "[]", TestContext.Current.CancellationToken);
        await Run("import", file);
        await Run("staff", "remove", "--email", Camille);

        Assert.Equal(
            [
                ("print-website-key", "done"), ("rotate-website-key", "done"), ("put-staff", Nadia), ("put-staff", Camille), ("put-staff", Camille), ("make-token", Camille),
                ("revoke-tokens", Camille), ("make-sign-in-link", Nadia), ("export-projects", "done"), ("import-projects", "done"), ("remove-staff", Camille),
            ],
            await ReadEntries(line.Data));
    }

    [Fact]
    public async Task Restored_installation_says_that_it_was_restored()
    {
        await Run("key");
        var (backup, restored) = (line.GetPath("backup.zip"), line.GetPath("restored"));
        await Run("backup", backup);

        var (code, _, errors) = await line.RunWithoutData("restore", backup, "--data", restored);

        Assert.True(code == 0, errors);
        Assert.Equal([("print-website-key", "done"), ("restore-backup", "done")], await ReadEntries(restored));
    }

    async Task Run(params string[] arguments)
    {
        var (code, _, errors) = await line.Run(arguments);
        Assert.True(code == 0, $"{string.Join(' ', arguments)}: {errors}");
    }

    /// <summary>Oldest first.</summary>
    static async Task<(string What, string Code)[]> ReadEntries(string folder)
    {
        using var store = SqliteStore.Open(Path.Combine(folder, "followup.db"));
        var entries = await store.Audit.Read(null, 100, TestContext.Current.CancellationToken);
        Assert.All(entries, entry => Assert.Equal(("command-line", "command-line"), (entry.Role, entry.By)));
        return [.. entries.Reverse().Select(entry => (entry.What, entry.Code))];
    }
}
