using FollowUp.Application.Ports;
using FollowUp.Application.Privacy;
using FollowUp.Storage.Tests.Given;

namespace FollowUp.Storage.Tests.Contract;

/// <summary>Erasing a person deletes personal data and keeps the project.</summary>
public abstract class ErasureContract<TStore> : StoreContract<TStore>
    where TStore : IStoreUnderTest, new()
{
    [Fact]
    public async Task Erasure_deletes_personal_data_and_keeps_the_timeline()
    {
        var stored = await Store.Change(await Store.Submit(), p => p, c => c with
        {
            PersonalTexts = [new PersonalText("4f2a", "Jeanne rappelle"), new PersonalText("77", "Jeanne encore")],
            Messages = [A.Message("m-1")],
            IdempotencyRecord = A.Receipt("key-1", 2),
        });
        await Store.Mailbox.Put(A.Mail("m-1"), A.Monday, "suivi@example.org");
        var pending = Assert.Single(await Store.Projects.LoadMessages("P-1001", pendingOnly: true));
        await Store.Projects.MarkSent(pending, A.SentMail("m-1"));
        var timeline = await Store.ReadTimeline("P-1001");

        await Store.Projects.ErasePerson("P-1001");

        Assert.Null(await Store.Projects.LoadDossier("P-1001"));
        Assert.Empty(await Store.Projects.LoadPersonalTexts("P-1001"));
        Assert.Empty(await Store.Mailbox.List(null, null, 10));
        Assert.Empty(await Store.Projects.LoadSentMails("P-1001"));
        Assert.Empty(await Store.Index.Search(new ProjectSearch("jeanne")));
        Assert.Empty(await Store.Index.Search(new ProjectSearch("0199001234")));
        var row = Assert.Single(await Store.Index.GetQueue(A.Camille, 10));
        Assert.Equal((null, null, null, null), (row.Title, row.ClientName, row.Company, row.Phone));

        Assert.Equal(RecordText.Of(stored), RecordText.Of(await Store.Projects.Load("P-1001")));
        Assert.Equal(timeline, await Store.ReadTimeline("P-1001"));
        Assert.NotNull(await Store.Projects.FindIdempotencyRecord("P-1001", "key-1"));
        Assert.Single(await Store.Projects.LoadMessages("P-1001", pendingOnly: true));
        Assert.Single(await Store.Index.Search(new ProjectSearch("p-1001")));
        Assert.Equal(1, (await Store.Index.GetWorkloads())[A.Camille].OpenProjects);
    }

    [Fact]
    public async Task Erasure_keeps_personal_data_of_other_projects()
    {
        await Store.Change(await Store.Submit("P-1"), p => p, c => c with { PersonalTexts = [new PersonalText("a", "un")] });
        await Store.Change(await Store.Submit("P-2"), p => p, c => c with { PersonalTexts = [new PersonalText("a", "deux")] });
        await Store.Mailbox.Put(A.Mail("m-2", project: "P-2"), A.Monday, "suivi@example.org");
        await Store.Projects.ErasePerson("P-1");
        Assert.NotNull(await Store.Projects.LoadDossier("P-2"));
        Assert.Equal("deux", (await Store.Projects.LoadPersonalTexts("P-2"))["a"]);
        Assert.Single(await Store.Mailbox.List(null, "P-2", 10));
    }

    [Fact]
    public async Task Erasing_twice_or_a_missing_project_is_no_error()
    {
        await Store.Submit();
        await Store.Projects.ErasePerson("P-1001");
        await Store.Projects.ErasePerson("P-1001");
        await Store.Projects.ErasePerson("P-0");
    }

    [Fact]
    public async Task Erasure_blanks_the_digests_of_requests()
    {
        await Store.Settings.Set("idempotency-key.api.k", "digest");
        await Store.Change(await Store.Submit(), p => p, c => c with { IdempotencyRecord = A.Receipt("api.k", 2) });
        await Store.Projects.ErasePerson("P-1001");

        Assert.Equal("", (await Store.Projects.FindIdempotencyRecord("P-1001", "api.k"))!.Digest);
        Assert.Null(await Store.Settings.Get("idempotency-key.api.k"));
    }

    [Fact]
    public async Task Mail_that_was_being_sent_during_an_erasure_is_not_kept()
    {
        await Store.Submit();
        await Store.Projects.ErasePerson("P-1001");

        await Store.Mailbox.Put(A.Mail("m-late", project: "P-1001"), A.Monday, "suivi@example.org");

        Assert.Null(await Store.Mailbox.Find("m-late"));
        Assert.Empty(await Store.Mailbox.List(null, "P-1001", 10));
    }

    [Fact]
    public async Task Masked_complaint_keeps_what_is_not_masked()
    {
        var text = $"Jeanne ne rappelle pas. {new string('x', 40_000)}";
        await Store.Complaints.Add(new Complaint("K-1", "provider", "PR-1", "P-1001", text, A.Monday));
        await Store.Complaints.TryHandle("K-1", new ComplaintHandling(A.Monday, A.Yanis, A.Yanis, "delay", "Jeanne rappellera."));

        await Store.Complaints.Mask("K-1", t => t.Replace("Jeanne", "*", StringComparison.Ordinal).TrimEnd('x'));
        await Store.Complaints.Mask("K-9", _ => throw new InvalidOperationException());

        var masked = (await Store.Complaints.Find("K-1"))!;
        Assert.Equal(("* ne rappelle pas. ", "* rappellera.", "delay"), (masked.Text, masked.Handling!.Answer, masked.Handling.Cause));
        Assert.Equal("PR-1", masked.FromId);
    }

    [Fact]
    public async Task Texts_written_after_an_erasure_are_kept()
    {
        var stored = await Store.Submit();
        await Store.Projects.ErasePerson("P-1001");
        await Store.Change(stored, p => p, c => c with { PersonalTexts = [new PersonalText("b", "après")] });
        Assert.Equal("après", (await Store.Projects.LoadPersonalTexts("P-1001"))["b"]);
        Assert.Null(await Store.Projects.LoadDossier("P-1001"));
    }
}
