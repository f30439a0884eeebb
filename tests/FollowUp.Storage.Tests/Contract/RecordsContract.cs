using FollowUp.Application;
using FollowUp.Storage.Tests.Given;
using NodaTime;

namespace FollowUp.Storage.Tests.Contract;

/// <summary>The audit log, complaints and the mailbox.</summary>
public abstract class RecordsContract<TStore> : StoreContract<TStore>
    where TStore : IStoreUnderTest, new()
{
    [Fact]
    public async Task The_audit_log_reads_from_the_newest()
    {
        var entries = Enumerable.Range(0, 5).Select(i => new AuditEntry(
            A.Monday + Duration.FromNanoseconds(i), i == 4 ? null : $"P-{i % 2}", "sales", "sam@suivi.example", "record-call", "sales-do-not-follow-up"))
            .ToList();
        foreach (var entry in entries) await Store.Audit.Write(entry);
        Assert.Equal([entries[4], entries[3], entries[2]], await Store.Audit.Read(null, 3));
        Assert.Equal([entries[2], entries[0]], await Store.Audit.Read("P-0", 10));
        Assert.Empty(await Store.Audit.Read("P-9", 10));
    }

    [Fact]
    public async Task Complaints_are_kept_until_their_author_is_erased()
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
    public async Task A_mail_that_is_sent_again_is_kept_once()
    {
        var mail = A.Mail("m-1");
        await Store.Mailbox.Put(mail, A.Monday, "suivi@example.org");
        await Store.Mailbox.Put(mail with { Subject = "Again" }, A.Monday + Duration.FromHours(1), "suivi@example.org");
        var kept = Assert.Single(await Store.Mailbox.List(null, null, 10));
        Assert.Equal(Shape.Of(new KeptMail(mail, A.Monday, "suivi@example.org")), Shape.Of(kept));
        Assert.Equal(Shape.Of(kept), Shape.Of(await Store.Mailbox.Find("m-1")));
        Assert.Null(await Store.Mailbox.Find("m-2"));
    }

    [Fact]
    public async Task The_mailbox_lists_from_the_newest_by_address_and_project()
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

    async Task<IEnumerable<string>> List(string? to, string? project, int limit = 10) =>
        (await Store.Mailbox.List(to, project, limit)).Select(kept => kept.Mail.MessageId);
}
