using System.CommandLine;
using System.Text.Json;
using FollowUp.Application.Integrity;
using FollowUp.Local.Hosting;

namespace FollowUp.Local.CommandLine;

/// <summary><c>verify</c>: checks that the store is what the program wrote. It changes nothing, and exits with 1 when it is not.</summary>
static class VerifyCommand
{
    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static Command Build()
    {
        var json = new Option<bool>("--json") { Description = "Prints the report as JSON." };
        var key = AnchorCommand.CreateKeyOption();
        var outside = new Option<string?>("--anchors") { Description = "A file with anchors that were kept outside, one line of JSON each.", HelpName = "FILE" };
        var data = FollowUpCommand.CreateDataOption();
        var command = new Command("verify", "Checks hash chains, signatures, columns, texts, the audit log and anchors; names what was changed, by project.")
        {
            json, key, outside, data,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            var keys = AnchorCommand.ReadKeys(parsed.GetValue(key));
            var anchors = parsed.GetValue(outside) is { } file ? ReadAnchors(file) : [];
            using var store = await FollowUpCommand.GetExistingInstallation(parsed, data).OpenStore();
            var verifier = new StoreVerifier(
                store.Projects, store.Audit, new AnchorStore(store.Settings), keys, await HostClock.ReadOf(store.Settings));
            var report = await verifier.Verify(anchors, cancellation);
            await Print(report, parsed.GetValue(json), keys);
            return report.Faults.IsEmpty ? 0 : 1;
        });
        return command;
    }

    static async Task Print(StoreReport report, bool asJson, AnchorKeys keys)
    {
        if (asJson)
        {
            await Console.Out.WriteLineAsync(JsonSerializer.Serialize(
                new
                {
                    report.Projects,
                    report.Entries,
                    report.SignedProjects,
                    report.AuditEntries,
                    report.Anchors,
                    Faults = report.Faults.Select(f => new { f.Project, f.Fault.Code, f.Fault.Entry, Text = f.Fault.Sentence.English }),
                },
                Json));
            return;
        }

        foreach (var fault in report.Faults)
        {
            await Console.Out.WriteLineAsync($"{fault.Project ?? fault.Fault.Code}: {fault.Fault.Sentence.English}.");
        }

        await Console.Error.WriteLineAsync(
            $"{report.Projects} projects with {report.Entries} entries, {report.SignedProjects} of them signed; {report.AuditEntries} entries of the audit log; "
            + $"{report.Anchors} anchors. {(report.Faults.IsEmpty ? "Nothing was changed." : $"Faults: {report.Faults.Length}.")}");
        if (keys.IsEmpty)
        {
            await Console.Error.WriteLineAsync("Signatures were not checked: name the key by --anchor-key FILE or Anchors__KeyFile.");
        }
    }

    static List<Anchor> ReadAnchors(string file)
    {
        try
        {
            return NamedFile.Read("--anchors", file, stream =>
            {
                using var reader = new StreamReader(stream);
                return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(AnchorStore.Read).ToList();
            });
        }
        catch (JsonException)
        {
            throw new BadArgumentException($"--anchors: '{file}' has a line that is no anchor.");
        }
    }
}
