using System.Security.Cryptography;
using System.Text;
using FollowUp.Application.Integrity;
using FollowUp.Application.People;
using FollowUp.Application.Persons;
using FollowUp.Application.Ports;
using FollowUp.Application.Projects;
using FollowUp.Application.Serialization;
using FollowUp.Domain.Calendars;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Text;
using FollowUp.Storage.Tests.Given;
using NodaTime;

namespace FollowUp.Storage.Tests.Contract;

/// <summary>What somebody changes in a store behind the program's back is named, and an untouched store has no fault.</summary>
public abstract class VerificationContract<TStore> : StoreContract<TStore>
    where TStore : IStoreUnderTest, new()
{
    const string Id = "P-1";
    static readonly Actor Nadia = new(Role.Manager, "nadia@suivi.example");
    static readonly AnchorKeys Keys = AnchorKeys.Parse($"2026-11-01T00:00:00Z {Convert.ToBase64String(new byte[32])}");

    readonly MovableTime time = new();

    /// <summary>Replaces JSON and hash of one timeline entry.</summary>
    protected abstract Task WriteEntry(string project, TimelineEntry entry);

    /// <summary>Deletes the timeline entries after one.</summary>
    protected abstract Task CutEntries(string project, long after);

    /// <summary>Replaces state, version, head and signature of a project.</summary>
    protected abstract Task WriteProject(Project project, string head, string? signature);

    /// <summary>Replaces the text of every note of a project.</summary>
    protected abstract Task WriteTexts(string project, string text);

    /// <summary>Deletes the audit entries with this code.</summary>
    protected abstract Task DeleteAudit(string code);

    /// <summary>Gives the project another version in its column alone.</summary>
    protected abstract Task WriteVersionColumn(string project, long version);

    [Fact]
    public async Task Untouched_store_has_no_fault_and_every_head_is_signed()
    {
        await Work();
        Assert.NotNull(await MakeAnchor());
        await Work("P-2");

        var report = await Verify();

        Assert.Empty(report.Faults);
        Assert.Equal((2, 2, 1), (report.Projects, report.SignedProjects, report.Anchors));
        Assert.Equal(6, report.AuditEntries);
    }

    [Fact]
    public async Task Changed_byte_of_an_event_is_named_by_its_entry()
    {
        await Work();
        var entry = (await ReadTimeline()).Single(e => e.Kind == "call-missed");
        await WriteEntry(Id, entry with { Json = entry.Json.Replace("no-answer", "no-ansver", StringComparison.Ordinal) });

        AssertFault("chain", entry.Seq, await Verify());
    }

    [Fact]
    public async Task Chain_that_was_computed_again_lacks_its_signature()
    {
        await Work();
        var head = await Recompute((await ReadTimeline()).Single(e => e.Kind == "call-missed").Seq);
        var stored = (await Store.Projects.Load(Id))!;
        await WriteProject(Evolution.Fold((await ReadTimeline()).Select(e => TimelineJson.Read(e.Json))), head, stored.Signature);

        var report = await Verify();

        AssertFault("signature", (await ReadTimeline())[^1].Seq, report);
        Assert.DoesNotContain(report.Faults, fault => fault.Fault.Code is "chain" or "head" or "state");
    }

    [Fact]
    public async Task Two_newest_events_that_were_cut_are_missed_at_the_end()
    {
        await Work();
        await CutEntries(Id, (await ReadTimeline())[^1].Seq - 2);

        Assert.Contains("entries missing at the end: 2", AssertFault("end-missing", null, await Verify()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cut_with_the_state_and_signature_of_earlier_is_seen_by_the_anchor()
    {
        await Submit(Id);
        var earlier = (await Store.Projects.Load(Id))!;
        await Work();
        var anchor = (await MakeAnchor())!;
        await CutEntries(Id, earlier.Project.Version);
        await WriteProject(earlier.Project, earlier.Head, earlier.Signature);

        var report = await Verify(anchor);

        Assert.Contains("not those that were signed", AssertFault("anchor", null, report), StringComparison.Ordinal);

        // On tables the rows of the index still show what was cut.
        Assert.Equal(["anchor"], report.Faults.Where(fault => !fault.Fault.Sentence.English.Contains("Index.", StringComparison.Ordinal)).Select(fault => fault.Fault.Code).Distinct());
    }

    [Fact]
    public async Task Anchor_that_is_kept_outside_is_missed_in_the_store()
    {
        await Work();
        var anchor = (await MakeAnchor())!;
        foreach (var setting in await Store.Settings.List("anchor:")) await Store.Settings.Remove(setting.Key);

        Assert.Contains("is missing here", AssertFault("anchor", null, await Verify(anchor)), StringComparison.Ordinal);
        Assert.Contains((await Verify(anchor with { Entries = 1 })).Faults, fault => fault.Fault.Sentence.English.Contains("its signature is not its own", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Changed_words_of_a_note_are_named_by_their_entry()
    {
        await Work();
        await WriteTexts(Id, "Autre chose");

        AssertFault("text", (await ReadTimeline()).Single(e => e.Kind == "note-added").Seq, await Verify());
    }

    [Theory]
    [InlineData("two", "does not follow from the one before")]
    [InlineData("three", "the newest entries are missing")]
    public async Task Deleted_entry_of_the_audit_log_is_named(string code, string fault)
    {
        await Work();
        await DeleteAudit(code);

        Assert.Contains(fault, AssertFault("audit", null, await Verify()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Expired_entries_of_the_audit_log_are_no_fault()
    {
        await Work();
        await MakeAnchor();
        await Store.Audit.DeleteBefore(time.Now, 2);

        Assert.DoesNotContain((await Verify()).Faults, fault => fault.Fault.Sentence.English.Contains("does not follow", StringComparison.Ordinal));
        await Store.Audit.Write(new AuditEntry(time.Now, null, "manager", Nadia.Id, "read-audit", "four"));
        Assert.Equal(2, (await Store.Audit.Verify([])).Entries);
    }

    [Fact]
    public async Task Expired_entries_that_several_nights_remove_are_no_fault()
    {
        await Work();
        await Store.Audit.DeleteBefore(time.Now, 1);
        await Store.Audit.DeleteBefore(time.Now, 1);

        Assert.Empty((await Store.Audit.Verify([])).Faults);
    }

    [Fact]
    public async Task Changed_column_is_named()
    {
        await Work();
        await WriteVersionColumn(Id, 77);

        Assert.Contains("version", AssertFault("column", null, await Verify()), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Rotated_key_signs_and_the_old_one_still_checks()
    {
        await Work();
        var rotated = AnchorKeys.Parse(
            $"2026-11-01T00:00:00Z {Convert.ToBase64String(new byte[32])}\n2026-11-02T00:00:00Z {Convert.ToBase64String(RandomNumberGenerator.GetBytes(32))}");
        var commands = Commands(rotated);
        await Work("P-2", commands);

        Assert.Empty((await Verifier(rotated).Verify([])).Faults);
        Assert.Contains("not known", AssertFault("signature", null, await Verifier(Keys).Verify([])), StringComparison.Ordinal);
    }

    /// <summary>Finds a fault of the kind.</summary>
    /// <param name="entry">Null for any entry.</param>
    protected static string AssertFault(string code, long? entry, StoreReport report)
    {
        var fault = report.Faults.FirstOrDefault(found => found.Fault.Code == code && (entry is null || found.Fault.Entry == entry));
        Assert.True(fault is not null, $"No fault {code} of entry {entry} in: {string.Join("; ", report.Faults.Select(f => $"{f.Fault.Code} {f.Fault.Entry} {f.Fault.Sentence.English}"))}");
        return fault!.Fault.Sentence.English;
    }

    protected Task<StoreReport> Verify(params Anchor[] outside) => Verifier(Keys).Verify(outside);

    StoreVerifier Verifier(AnchorKeys keys) => new(Store.Projects, Store.Audit, new AnchorStore(Store.Settings), keys, time);

    Task<Anchor?> MakeAnchor()
    {
        time.Now += Duration.FromMinutes(20);
        return new AnchorMaker(Store.Projects, Store.Audit, new AnchorStore(Store.Settings), Keys, time).Make();
    }

    ProjectCommands Commands(AnchorKeys keys) => new(
        Store.Projects, new PersonLoader(Store.Persons, Store.Projects, Store.Index), Store.Audit, new PolicyLoader(Store.Directory, WorkingCalendar.France),
        new CoordinatorSelector(Store.Directory, Store.Index, WorkingCalendar.France), new NoProjectSignal(), time, keys);

    /// <summary>A project with a missed call, a note and a validation, and three audit entries.</summary>
    protected async Task Work(string id = Id, ProjectCommands? given = null)
    {
        var commands = given ?? Commands(Keys);
        await Submit(id, commands);
        await commands.Record(id, new RecordCall(CallOutcome.NoAnswer, time.Now), Nadia);
        time.Now += Duration.FromMinutes(1);
        await commands.Record(id, new AddNote(new FreeText("Le client préfère le matin"), Visibility.Internal), Nadia);
        time.Now += Duration.FromMinutes(1);
        await commands.Record(id, new RecordCall(CallOutcome.Serious, time.Now), Nadia);
        foreach (var code in new[] { "one", "two", "three" }) await Store.Audit.Write(new AuditEntry(time.Now, id, "manager", Nadia.Id, "read-audit", code));
        time.Now += Duration.FromMinutes(1);
    }

    async Task Submit(string id, ProjectCommands? given = null)
    {
        if (await Store.Projects.Load(id) is not null) return;
        await Store.Directory.PutStaff(new Staff(A.Camille, "Camille", Role.Coordinator, [Language.French], 50));
        await (given ?? Commands(Keys)).Submit(
            new Submit(id, $"C-{id}", ClientType.Company, Language.French, "site-web", MayCall: true, Evidence.None, null, time.Now, null), A.Dossier(id) with { ClientId = $"C-{id}" });
        time.Now += Duration.FromMinutes(1);
    }

    async Task<List<TimelineEntry>> ReadTimeline()
    {
        var entries = new List<TimelineEntry>();
        await foreach (var entry in Store.Projects.ReadTimeline(Id)) entries.Add(entry);
        return entries;
    }

    /// <summary>Changes an entry and computes all hashes from it on again, as somebody with the source code would.</summary>
    async Task<string> Recompute(long changed)
    {
        var head = "";
        foreach (var entry in await ReadTimeline())
        {
            var json = entry.Seq == changed ? entry.Json.Replace("no-answer", "voicemail", StringComparison.Ordinal) : entry.Json;
            head = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(head + "\n" + json)));
            await WriteEntry(Id, entry with { Json = json, Hash = head });
        }

        return head;
    }

    sealed class MovableTime : TimeProvider
    {
        public Instant Now { get; set; } = Instant.FromUtc(2026, 11, 23, 9, 0);

        public override DateTimeOffset GetUtcNow() => Now.ToDateTimeOffset();
    }
}
