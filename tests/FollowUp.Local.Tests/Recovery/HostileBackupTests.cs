using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using FollowUp.Local.Hosting;
using Microsoft.Data.Sqlite;
using NodaTime;

namespace FollowUp.Local.Tests.Recovery;

/// <summary>A file that looks like a backup is refused where it would do more than bring data back.</summary>
public sealed class HostileBackupTests : IDisposable
{
    readonly CommandLine source = new();
    readonly CommandLine target = new();

    string Backup => source.GetPath("monday.backup");

    public void Dispose()
    {
        source.Dispose();
        target.Dispose();
    }

    [Fact]
    public async Task A_trigger_in_the_database_is_refused()
    {
        await MakeBackup();
        ReplaceDatabase(file =>
        {
            using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "CREATE TRIGGER promote AFTER INSERT ON audit BEGIN DELETE FROM audit; END";
            command.ExecuteNonQuery();
        });

        await IsRefused("trigger promote");
    }

    [Fact]
    public async Task A_file_that_unpacks_to_more_than_the_manifest_says_is_refused()
    {
        await MakeBackup();
        using (var zip = ZipFile.Open(Backup, ZipArchiveMode.Update))
        {
            zip.GetEntry(DataFolder.DatabaseName)!.Delete();
            using var grown = zip.CreateEntry(DataFolder.DatabaseName).Open();
            grown.Write(new byte[32 << 20]);
        }

        await IsRefused("is not what was backed up");
    }

    [Theory]
    [InlineData("followup.db-wal")]
    [InlineData("serve.lock")]
    [InlineData("../outside")]
    public async Task A_file_that_no_backup_has_is_refused(string name)
    {
        await MakeBackup();
        ChangeManifest((zip, files) =>
        {
            using var extra = zip.CreateEntry(name).Open();
            extra.Write([1]);
            files.Add(new JsonObject { ["path"] = name, ["bytes"] = 1, ["sha256"] = Convert.ToHexStringLower(SHA256.HashData([1])) });
        });

        await IsRefused("is not what was backed up");
    }

    [Fact]
    public async Task Sessions_of_before_end_and_the_command_says_what_came_back()
    {
        await source.Run("key");
        using (var store = DataFolder.Create(source.Data).OpenStore())
        {
            await store.Settings.Set("session:of-somebody-who-left", "{}", Instant.MaxValue, TestContext.Current.CancellationToken);
        }

        await MakeBackup();

        var (code, _, errors) = await target.Run("restore", Backup);

        Assert.True(code == 0, errors);
        Assert.Contains("All sessions have ended", errors, StringComparison.Ordinal);
        using var restored = DataFolder.Create(target.Data).OpenStore();
        Assert.Empty(await restored.Settings.List("session:", TestContext.Current.CancellationToken));
    }

    async Task MakeBackup()
    {
        Assert.Equal(0, (await source.Run("key")).Code);
        Assert.Equal(0, (await source.Run("backup", Backup)).Code);
    }

    async Task IsRefused(string reason)
    {
        var (code, _, errors) = await target.Run("restore", Backup);
        Assert.Equal(2, code);
        Assert.Contains(reason, errors, StringComparison.Ordinal);
        Assert.False(Directory.Exists(target.Data));
    }

    /// <summary>Changes the database, and writes its new length and hash into the manifest.</summary>
    void ReplaceDatabase(Action<string> change)
    {
        var file = source.GetPath("changed.db");
        using (var zip = ZipFile.OpenRead(Backup))
        {
            zip.GetEntry(DataFolder.DatabaseName)!.ExtractToFile(file);
        }

        change(file);
        ChangeManifest((zip, files) =>
        {
            zip.GetEntry(DataFolder.DatabaseName)!.Delete();
            zip.CreateEntryFromFile(file, DataFolder.DatabaseName);
            var entry = files.Single(f => f!["path"]!.GetValue<string>() == DataFolder.DatabaseName)!;
            var bytes = File.ReadAllBytes(file);
            (entry["bytes"], entry["sha256"]) = (bytes.Length, Convert.ToHexStringLower(SHA256.HashData(bytes)));
        });
    }

    void ChangeManifest(Action<ZipArchive, JsonArray> change)
    {
        JsonNode manifest;
        using (var zip = ZipFile.OpenRead(Backup))
        using (var stream = zip.GetEntry("manifest.json")!.Open())
        {
            manifest = JsonNode.Parse(stream)!;
        }

        using var changed = ZipFile.Open(Backup, ZipArchiveMode.Update);
        change(changed, manifest["files"]!.AsArray());
        changed.GetEntry("manifest.json")!.Delete();
        using var written = new StreamWriter(changed.CreateEntry("manifest.json").Open());
        written.Write(manifest.ToJsonString());
    }
}
