using System.Net;
using FollowUp.Domain.Outbox;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Commands;
using NodaTime;

namespace FollowUp.Pages.Tests.Links;

public sealed class UndoTests
{
    static readonly Dictionary<string, string> GaveUp = new() { ["answer"] = "gave-up", ["project"] = "P-1" };

    static async Task<(Browser Browser, string Link, Browser.Page After)> Closed(TestApp house)
    {
        var link = await house.CreateRelaunchLink();
        var browser = house.NewBrowser();
        await browser.Fill(link, GaveUp);
        return (browser, link, await browser.Get(link));
    }

    [Fact]
    public async Task A_client_takes_back_what_they_closed_and_goes_on_from_their_own_page()
    {
        await using var house = await TestApp.Start();
        var (browser, link, after) = await Closed(house);
        Assert.Contains("Annuler cette décision", after.Text, StringComparison.Ordinal);

        var undone = await browser.PressUndo(after);

        Assert.Equal(HttpStatusCode.SeeOther, undone.Status);
        Assert.True((await house.Project("P-1")).IsOpen);
        var said = await browser.Get(undone.Location);
        Assert.Contains("La clôture est annulée", said.Text, StringComparison.Ordinal);
        Assert.Contains("par Jeanne Martin", said.Text, StringComparison.Ordinal);
        var own = "/l/" + said.Html.Split("href=\"/l/")[1].Split('"')[0];
        Assert.Contains("Où en êtes-vous", (await browser.Get(own)).Text, StringComparison.Ordinal);
        Assert.Contains("Cette décision a été annulée le", (await browser.Get(link)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_closing_owed_never_leaves()
    {
        await using var house = await TestApp.Start();
        var (browser, _, after) = await Closed(house);
        await browser.PressUndo(after);

        await house.AdvanceTime(Duration.FromDays(1));

        Assert.Empty(await house.MailsOf(MessageKind.OutcomeThanks));
    }

    [Fact]
    public async Task Reading_the_page_of_an_undo_takes_nothing_back()
    {
        await using var house = await TestApp.Start();
        var (browser, _, after) = await Closed(house);

        Assert.Contains("Annuler la clôture", (await browser.Get(after.UndoButton()!)).Text, StringComparison.Ordinal);
        await browser.Head(after.UndoButton()!);

        Assert.False((await house.Project("P-1")).IsOpen);
    }

    [Fact]
    public async Task After_ten_minutes_the_page_says_that_it_is_too_late_and_whom_to_call()
    {
        await using var house = await TestApp.Start();
        var (browser, link, after) = await Closed(house);
        await house.AdvanceTime(Duration.FromMinutes(10));

        var late = await browser.PressUndo(after);
        var answer = await browser.Get(link);

        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Contains("Il est trop tard pour annuler", late.Text, StringComparison.Ordinal);
        foreach (var page in new[] { late, answer })
        {
            Assert.Null(page.UndoButton());
            Assert.Contains("appelez Camille Aubertin", page.Text, StringComparison.Ordinal);
            Assert.Contains("01 99 00 01 01", page.Text, StringComparison.Ordinal);
        }

        Assert.False((await house.Project("P-1")).IsOpen);
    }

    [Fact]
    public async Task Any_of_the_client_s_links_shows_the_way_back_while_there_is_one()
    {
        await using var house = await TestApp.Start();
        await house.SubmitProject();
        await house.AdvanceTime(Duration.FromMinutes(5));
        var receipt = await house.GetLinkIn(MessageKind.Receipt);
        await house.RecordAsManager("P-1", new RecordCall(CallOutcome.Serious, house.Now));
        await house.AdvanceTime(Duration.FromDays(4));
        var browser = house.NewBrowser();
        await browser.Fill(await house.GetLinkIn(MessageKind.RelaunchFirst), GaveUp);

        Assert.NotNull((await browser.Get(receipt)).UndoButton());
        await house.AdvanceTime(Duration.FromMinutes(10));
        Assert.Null((await browser.Get(receipt)).UndoButton());
    }

    [Fact]
    public async Task What_staff_closed_is_not_the_client_s_to_take_back()
    {
        await using var house = await TestApp.Start();
        var link = await house.CreateRelaunchLink();
        await house.RecordAsManager("P-1", new Close(Outcome.Dead(DeathReason.Abandoned)));

        Assert.Null((await house.NewBrowser().Get(link)).UndoButton());
    }

    [Fact]
    public async Task An_old_undo_does_not_take_a_newer_closing_back()
    {
        await using var house = await TestApp.Start();
        var (browser, _, after) = await Closed(house);
        await house.RecordAsManager("P-1", new Undo());
        await house.RecordAsManager("P-1", new Close(Outcome.Dead(DeathReason.Duplicate)));

        var old = await browser.PressUndo(after);

        Assert.Equal(HttpStatusCode.Conflict, old.Status);
        Assert.Contains("Nadia Rouvière", old.Text, StringComparison.Ordinal);
        Assert.Equal(DeathReason.Duplicate, (await house.Project("P-1")).Outcome?.Reason);
    }

    [Fact]
    public async Task An_undo_that_was_not_sent_from_our_page_takes_nothing_back()
    {
        await using var house = await TestApp.Start();
        var (_, _, after) = await Closed(house);

        var posted = await house.NewBrowser().Post(after.UndoButton()!, []);

        Assert.Equal(HttpStatusCode.BadRequest, posted.Status);
        Assert.NotNull(posted.UndoButton());
        Assert.False((await house.Project("P-1")).IsOpen);
    }
}
