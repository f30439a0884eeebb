using FollowUp.Application.Ports;
using FollowUp.Application.Projects;
using FollowUp.Storage.Tests.Given;
using NodaTime;

namespace FollowUp.Storage.Tests.Contract;

/// <summary>The audit log, complaints and the mailbox.</summary>
public abstract class RecordsContract<TStore> : StoreContract<TStore>
    where TStore : IStoreUnderTest, new()
{
    [Fact]
    public async Task Audit_log_is_read_newest_first()
    {
        var entries = Enumerable.Range(0, 5).Select(i => new AuditEntry(
            A.Monday + Duration.FromNanoseconds(i), i == 4 ? null : $"P-{i % 2}", "sales", "sam@suivi.example", "record-call", "sales-do-not-follow-up"))
            .ToList();
        foreach (var entry in entries) await Store.Audit.Write(entry);
        Assert.Equal([entries[4], entries[3], entries[2]], await Store.Audit.Read(null, 3));
        Assert.Equal([entries[2], entries[0]], await Store.Audit.Read("P-0", 10));
        Assert.Empty(await Store.Audit.Read("P-9", 10));
        Assert.Equal(
            entries.Where(e => e.By == entries[4].By && e.What == entries[4].What).Reverse().Take(2), await Store.Audit.ReadBy(entries[4].By, entries[4].What, 2));
        Assert.Empty(await Store.Audit.ReadBy("O'Brien", entries[4].What, 2));
    }

    [Fact]
    public async Task Complaint_is_taken_and_answered_once()
    {
        var complaint = new Complaint("K-3", "client", "C-9", null, "Trop d’appels", A.Monday);
        await Store.Complaints.Add(complaint);
        var taken = new ComplaintHandling(A.Monday, "nadia@demo.example", "nadia@demo.example");
        var answer = taken with { At = A.Monday.PlusNanoseconds(100), Cause = "delay", Answer = "Pardon." };
        Assert.True(await Store.Complaints.TryHandle("K-3", taken));
        Assert.True(await Store.Complaints.TryHandle("K-3", answer));
        Assert.True(await Store.Complaints.TryHandle("K-3", answer));
        Assert.False(await Store.Complaints.TryHandle("K-3", answer with { Answer = "Encore pardon." }));
        Assert.False(await Store.Complaints.TryHandle("K-3", taken));
        Assert.False(await Store.Complaints.TryHandle("K-0", taken));
        Assert.Equal(complaint with { Handling = answer }, await Store.Complaints.Find("K-3"));
        Assert.Equal([complaint with { Handling = answer }], await Store.Complaints.AllFrom("client", "C-9"));

        await Store.Complaints.Erase("client", "C-9");
        Assert.False(await Store.Complaints.TryHandle("K-3", answer));
        Assert.Null(await Store.Complaints.Find("K-3"));
    }

    [Fact]
    public async Task Complaints_are_stored_until_their_author_is_erased()
    {
        var first = new Complaint("K-1", "provider", "R-7", "P-1001", "Le suivi ne répond pas", A.Monday);
        var second = new Complaint("K-2", "client", "R-7", null, "Trop d'appels", A.Monday.PlusNanoseconds(1));
        await Store.Complaints.Add(first);
        await Store.Complaints.Add(second);
        await Store.Complaints.Add(first);
        Assert.Equal([first, second], await Store.Complaints.All());

        await Store.Complaints.Erase("client", "R-7");
        Assert.Equal([first], await Store.Complaints.All());
    }

    [Fact]
    public async Task Mail_that_is_sent_again_is_stored_once()
    {
        var mail = A.Mail("m-1");
        await Store.Mailbox.Put(mail, A.Monday, "suivi@example.org");
        await Store.Mailbox.Put(mail with { Subject = "Again" }, A.Monday + Duration.FromHours(1), "suivi@example.org");
        var entry = Assert.Single(await Store.Mailbox.List(null, null, 10));
        Assert.Equal(RecordText.Of(new MailboxEntry(mail, A.Monday, "suivi@example.org")), RecordText.Of(entry));
        Assert.Equal(RecordText.Of(entry), RecordText.Of(await Store.Mailbox.Find("m-1")));
        Assert.Null(await Store.Mailbox.Find("m-2"));
    }

    [Fact]
    public async Task Mailbox_lists_newest_first_by_address_and_project()
    {
        await Store.Mailbox.Put(A.Mail("m-2", "b@x.example", "P-1"), A.Monday.PlusNanoseconds(2), "s");
        await Store.Mailbox.Put(A.Mail("m-3", "a@x.example", null), A.Monday.PlusNanoseconds(3), "s");
        await Store.Mailbox.Put(A.Mail("m-1", "a@x.example", "P-1"), A.Monday.PlusNanoseconds(1), "s");
        Assert.Equal(["m-3", "m-2", "m-1"], await List(null, null));
        Assert.Equal(["m-3", "m-1"], await List("A@x.example", null));
        Assert.Equal(["m-2", "m-1"], await List(null, "P-1"));
        Assert.Equal(["m-1"], await List("a@x.example", "P-1"));
        Assert.Equal(["m-3"], await List(null, null, limit: 1));
    }

    [Fact]
    public async Task Mails_are_removed_by_id_and_old_mails_without_a_project_by_age()
    {
        await Store.Mailbox.Put(A.Mail("digest.1", "a@x.example", null), A.Monday, "s");
        await Store.Mailbox.Put(A.Mail("digest.2", "a@x.example", null), A.Monday + Duration.FromDays(1), "s");
        await Store.Mailbox.Put(A.Mail("digest.3", "a@x.example", null), A.Monday + Duration.FromDays(2), "s");
        await Store.Mailbox.Put(A.Mail("m-1"), A.Monday, "s");

        Assert.Equal(1, await Store.Mailbox.DeleteBefore(A.Monday + Duration.FromDays(1), 10));
        Assert.Equal(["digest.3", "digest.2", "m-1"], await List(null, null));
        Assert.Equal(1, await Store.Mailbox.DeleteBefore(A.Monday + Duration.FromDays(9), 1));
        Assert.Equal(["digest.3", "m-1"], await List(null, null));

        await Store.Mailbox.Remove("digest.3");
        await Store.Mailbox.Remove("unknown");
        Assert.Equal(["m-1"], await List(null, null));
        Assert.Null(await Store.Mailbox.Find("digest.3"));
        Assert.Empty(await List("a@x.example", null));
    }

    [Fact]
    public async Task Audit_entries_of_a_time_are_counted_by_kind_and_result()
    {
        var now = Instant.FromDateTimeOffset(TimeProvider.System.GetUtcNow());
        foreach (var (hours, code) in new[] { (-30, "refused"), (-2, "refused"), (-1, "refused"), (-1, "done"), (1, "refused") })
            await Store.Audit.Write(new AuditEntry(now + Duration.FromHours(hours), null, "sales", "sam", "record-call", code));

        var counts = await Store.Audit.Count(now - Duration.FromHours(24), now);

        Assert.Equal([("done", 1), ("refused", 2)], counts.Select(count => (count.Code, count.Count)).Order());
    }

    [Fact]
    public async Task Old_audit_entries_are_deleted_in_every_list()
    {
        foreach (var day in Enumerable.Range(0, 4))
            await Store.Audit.Write(new AuditEntry(A.Monday + Duration.FromDays(day), day % 2 == 0 ? "P-1" : null, "sales", "sam", "record-call", $"{day}"));

        Assert.Equal(2, await Store.Audit.DeleteBefore(A.Monday + Duration.FromDays(2), 10));
        Assert.Equal(["3", "2"], (await Store.Audit.Read(null, 10)).Select(e => e.Code));
        Assert.Equal(["2"], (await Store.Audit.Read("P-1", 10)).Select(e => e.Code));
        Assert.Equal(0, await Store.Audit.DeleteBefore(A.Monday + Duration.FromDays(2), 10));
        Assert.Equal(1, await Store.Audit.DeleteBefore(A.Monday + Duration.FromDays(9), 1));
    }

    [Fact]
    public async Task Old_idempotency_records_are_deleted_by_prefix_of_their_keys()
    {
        var first = await Store.Submit("P-1");
        var second = await Store.Submit("P-2");
        first = await Store.Change(first, p => p, c => c with { IdempotencyRecord = A.Receipt("api.old", 2) });
        first = await Store.Change(first, p => p, c => c with { IdempotencyRecord = A.Receipt("link:old", 3) });
        await Store.Change(first, p => p, c => c with { IdempotencyRecord = A.Receipt("api.new", 4) with { At = A.Monday + Duration.FromDays(1) } });
        await Store.Change(second, p => p, c => c with { IdempotencyRecord = A.Receipt("api.other", 2) });

        Assert.Equal(2, await Store.Projects.DeleteIdempotencyRecords("api.", A.Monday + Duration.FromDays(1), 10));
        Assert.Null(await Store.Projects.FindIdempotencyRecord("P-1", "api.old"));
        Assert.Null(await Store.Projects.FindIdempotencyRecord("P-2", "api.other"));
        Assert.NotNull(await Store.Projects.FindIdempotencyRecord("P-1", "api.new"));
        Assert.NotNull(await Store.Projects.FindIdempotencyRecord("P-1", "link:old"));
        Assert.Equal(0, await Store.Projects.DeleteIdempotencyRecords("api.", A.Monday + Duration.FromDays(1), 10));
    }

    [Fact]
    public async Task Expired_idempotency_records_are_deleted()
    {
        var project = await Store.Submit("P-1");
        await Store.Submit("P-2");
        var expires = A.Monday + Duration.FromDays(90);
        await Store.Change(project, p => p, c => c with { IdempotencyRecord = A.Receipt("api.done", 2) with { Expires = expires } });
        await Store.Projects.AddIdempotencyRecord("P-2", A.Receipt("api.refused", 1) with { Expires = expires, Unchanged = new UnchangedAnswer(null) });
        await Store.Projects.AddIdempotencyRecord("P-2", A.Receipt("api.later", 1) with { Expires = expires.PlusNanoseconds(1000) });
        await Store.Projects.AddIdempotencyRecord("P-2", A.Receipt("link:any", 1));

        Assert.Equal(0, await Store.Projects.DeleteExpiredIdempotencyRecords(expires.PlusNanoseconds(-1000), 10));
        Assert.Equal(2, await Store.Projects.DeleteExpiredIdempotencyRecords(expires, 10));
        Assert.Null(await Store.Projects.FindIdempotencyRecord("P-1", "api.done"));
        Assert.Null(await Store.Projects.FindIdempotencyRecord("P-2", "api.refused"));
        Assert.NotNull(await Store.Projects.FindIdempotencyRecord("P-2", "api.later"));
        Assert.Equal(1, await Store.Projects.DeleteExpiredIdempotencyRecords(expires + Duration.FromDays(1000), 10));
        Assert.NotNull(await Store.Projects.FindIdempotencyRecord("P-2", "link:any"));
    }

    async Task<IEnumerable<string>> List(string? to, string? project, int limit = 10) =>
        (await Store.Mailbox.List(to, project, limit)).Select(entry => entry.Mail.MessageId);
}
