using FollowUp.Application.Ports;
using FollowUp.Application.Privacy;
using FollowUp.Storage.Tests.Given;
using NodaTime;

namespace FollowUp.Storage.Tests.Contract;

/// <summary>Outbox messages and their delivery state.</summary>
public abstract class OutboxContract<TStore> : StoreContract<TStore>
    where TStore : IStoreUnderTest, new()
{
    [Fact]
    public async Task Project_is_loaded_with_its_pending_messages()
    {
        Assert.Null(await Store.Projects.LoadWork("P-1001"));
        var stored = await Store.Change(await Store.Submit(), p => p, c => c with { Messages = [A.Message("m-1"), A.Message("m-2"), A.Message("m-3")] });
        await Store.Projects.UpdateMessage((await Store.Projects.FindMessage("P-1001", "m-2"))! with { State = MessageState.Sent });
        var work = (await Store.Projects.LoadWork("P-1001"))!;
        Assert.Equal((stored.Project.Version, stored.Head), (work.Project.Version, work.Stored.Head));
        Assert.Equal(["m-1", "m-3"], work.Messages.Select(entry => entry.Message.Id));
    }

    [Fact]
    public async Task Several_messages_are_marked_at_once()
    {
        await Store.Change(await Store.Submit(), p => p, c => c with { Messages = [A.Message("m-1"), A.Message("m-2"), A.Message("m-3")] });
        var later = A.Monday + Duration.FromHours(5);
        var messages = (await Store.Projects.LoadWork("P-1001"))!.Messages;
        await Store.Projects.UpdateMessages(
        [
            new MessageUpdate(messages[0], messages[0] with { State = MessageState.Sent }, A.SentMail("m-1")),
            new MessageUpdate(messages[1], messages[1] with { State = MessageState.Dropped, Note = "obsolete" }),
            new MessageUpdate(messages[2], messages[2] with { DueAt = later, Attempts = 1 }),
        ]);
        var pending = Assert.Single((await Store.Projects.LoadWork("P-1001"))!.Messages);
        Assert.Equal(("m-3", later, 1), (pending.Message.Id, pending.DueAt, pending.Attempts));
        Assert.Equal("m-1", Assert.Single(await Store.Projects.LoadSentMails("P-1001")).MessageId);
        Assert.Equal("obsolete", (await Store.Projects.FindMessage("P-1001", "m-2"))!.Note);
    }

    [Fact]
    public async Task Mail_source_has_cause_dossier_and_texts()
    {
        await Store.Change(await Store.Submit(), p => p, c => c with { PersonalTexts = [new PersonalText("w-1", "Jeanne")] });
        var source = await Store.Projects.LoadMailSource("P-1001", 2, withTexts: true);
        Assert.Equal(2, source.Cause!.Seq);
        Assert.Equal(A.Dossier(), source.Dossier);
        Assert.Equal("Jeanne", source.Texts["w-1"]);
        Assert.Empty((await Store.Projects.LoadMailSource("P-1001", 1, withTexts: false)).Texts);
    }

    [Fact]
    public async Task Messages_are_listed_in_order_of_their_commits()
    {
        var stored = await Store.Change(await Store.Submit(), p => p, c => c with { Messages = [A.Message("m-2"), A.Message("m-1")] });
        await Store.Submit("P-2");
        await Store.Change(stored, p => p, c => c with { Messages = [A.Message("m-0")] });
        Assert.Equal(["m-2", "m-1", "m-0"], (await Store.Projects.LoadMessages("P-1001", pendingOnly: true)).Select(e => e.Message.Id));
        Assert.Equal(["m-2", "m-1", "m-0"], (await Store.Projects.LoadMessages("P-1001", pendingOnly: false)).Select(e => e.Message.Id));
        Assert.Empty(await Store.Projects.LoadMessages("P-2", pendingOnly: false));
    }

    [Theory]
    [InlineData(MessageState.Pending, true)]
    [InlineData(MessageState.Sending, true)]
    [InlineData(MessageState.Sent, false)]
    [InlineData(MessageState.Dropped, false)]
    public async Task Delivery_state_of_a_message_is_stored(MessageState state, bool pending)
    {
        var stored = await Store.Change(await Store.Submit(), p => p, c => c with { Messages = [A.Message("m-1"), A.Message("m-2")] });
        var entry = (await Store.Projects.FindMessage("P-1001", "m-1"))! with
        {
            State = state,
            DueAt = A.Monday.PlusNanoseconds(1),
            Attempts = 3,
            Note = "mailbox-full",
        };
        await Store.Projects.UpdateMessage(entry);

        Assert.Equal(entry, await Store.Projects.FindMessage("P-1001", "m-1"));
        Assert.Equal(pending, (await Store.Projects.LoadMessages("P-1001", pendingOnly: true)).Contains(entry));
        Assert.Equal(2, (await Store.Projects.LoadMessages("P-1001", pendingOnly: false)).Length);
        Assert.Equal(RecordText.Of(stored), RecordText.Of(await Store.Projects.Load("P-1001")));
    }

    [Fact]
    public async Task Sent_message_can_become_pending_again()
    {
        await Store.Change(await Store.Submit(), p => p, c => c with { Messages = [A.Message("m-1")] });
        var entry = (await Store.Projects.FindMessage("P-1001", "m-1"))!;
        await Store.Projects.UpdateMessage(entry with { State = MessageState.Sent });
        await Store.Projects.UpdateMessage(entry);
        Assert.Equal([entry], await Store.Projects.LoadMessages("P-1001", pendingOnly: true));
    }

    [Fact]
    public async Task Message_is_found_by_its_id_within_its_project()
    {
        await Store.Change(await Store.Submit("P-1"), p => p, c => c with { Messages = [A.Message("m-1", "P-1")] });
        await Store.Submit("P-2");
        Assert.NotNull(await Store.Projects.FindMessage("P-1", "m-1"));
        Assert.Null(await Store.Projects.FindMessage("P-1", "m-2"));
        Assert.Null(await Store.Projects.FindMessage("P-2", "m-1"));
    }

    [Fact]
    public async Task Postponed_message_is_due_later()
    {
        await Store.Change(await Store.Submit(), p => p.Won(), c => c with { Messages = [A.Message("m-1")] });
        var entry = (await Store.Projects.FindMessage("P-1001", "m-1"))!;
        await Store.Projects.UpdateMessage(entry with { Attempts = 1, DueAt = A.Monday + Duration.FromHours(2) });
        Assert.Empty(await Store.Index.GetDue(A.Monday + Duration.FromHours(1), 10));
        Assert.Equal(A.Monday + Duration.FromHours(2), await Store.Index.GetNextDue());

        await Store.Projects.UpdateMessage(entry with { State = MessageState.Sent });
        Assert.Null(await Store.Index.GetNextDue());
    }

    [Fact]
    public async Task Mail_is_kept_as_it_left_and_the_newest_of_a_message_counts()
    {
        await Store.Change(await Store.Submit(), p => p, c => c with { Messages = [A.Message("m-1"), A.Message("m-2")] });
        var entry = (await Store.Projects.FindMessage("P-1001", "m-1"))! with { State = MessageState.Sent };
        await Store.Projects.MarkSent(entry, A.SentMail("m-1"));
        await Store.Projects.MarkSent(entry, A.SentMail("m-1") with { Text = new string('é', 40_000) });
        await Store.Projects.MarkSent((await Store.Projects.FindMessage("P-1001", "m-2"))! with { State = MessageState.Sent }, A.SentMail("m-2") with { At = A.Monday + Duration.FromHours(1) });

        Assert.Equal(
            [A.SentMail("m-1") with { Text = new string('é', 40_000) }, A.SentMail("m-2") with { At = A.Monday + Duration.FromHours(1) }],
            await Store.Projects.LoadSentMails("P-1001"));
        Assert.Equal(MessageState.Sent, (await Store.Projects.FindMessage("P-1001", "m-1"))!.State);
        Assert.Empty(await Store.Projects.LoadSentMails("P-2"));
    }

    [Fact]
    public async Task Mail_that_leaves_after_the_erasure_is_not_kept()
    {
        await Store.Change(await Store.Submit(), p => p, c => c with { Messages = [A.Message("m-1")] });
        var entry = (await Store.Projects.FindMessage("P-1001", "m-1"))! with { State = MessageState.Sent };
        await Store.Projects.ErasePerson("P-1001");
        await Store.Projects.MarkSent(entry, A.SentMail("m-1"));
        Assert.Empty(await Store.Projects.LoadSentMails("P-1001"));
        Assert.Equal(MessageState.Sent, (await Store.Projects.FindMessage("P-1001", "m-1"))!.State);
    }
}
