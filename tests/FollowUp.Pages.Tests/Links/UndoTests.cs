using System.Net;
using FollowUp.Domain.Outbox;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Commands;
using NodaTime;

namespace FollowUp.Pages.Tests.Links;

public sealed class UndoTests
{
    static readonly Dictionary<string, string> GaveUp = new() { ["answer"] = "gave-up", ["project"] = "P-1" };

    static async Task<(Browser Browser, string Link, Browser.Page After)> Closed(TestApp app)
    {
        var link = await app.CreateRelaunchLink();
        var browser = app.NewBrowser();
        await browser.Fill(link, GaveUp);
        return (browser, link, await browser.Get(link));
    }

    [Fact]
    public async Task Client_undoes_a_closing_and_continues_from_their_own_page()
    {
        await using var app = await TestApp.Start();
        var (browser, link, after) = await Closed(app);
        Assert.Contains("Annuler cette décision", after.Text, StringComparison.Ordinal);

        var undone = await browser.PressUndo(after);

        Assert.Equal(HttpStatusCode.SeeOther, undone.Status);
        Assert.True((await app.Project("P-1")).IsOpen);
        var said = await browser.Get(undone.Location);
        Assert.Contains("La clôture est annulée", said.Text, StringComparison.Ordinal);
        Assert.Contains("par Jeanne Martin", said.Text, StringComparison.Ordinal);
        var own = "/l/" + said.Html.Split("href=\"/l/")[1].Split('"')[0];
        Assert.Contains("Où en êtes-vous", (await browser.Get(own)).Text, StringComparison.Ordinal);
        Assert.Contains("Cette décision a été annulée le", (await browser.Get(link)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mail_of_an_undone_closing_is_not_sent()
    {
        await using var app = await TestApp.Start();
        var (browser, _, after) = await Closed(app);
        await browser.PressUndo(after);

        await app.AdvanceTime(Duration.FromDays(1));

        Assert.Empty(await app.MailsOf(MessageKind.OutcomeThanks));
    }

    [Fact]
    public async Task GET_of_an_undo_link_changes_nothing()
    {
        await using var app = await TestApp.Start();
        var (browser, _, after) = await Closed(app);

        Assert.Contains("Annuler la clôture", (await browser.Get(after.UndoButton()!)).Text, StringComparison.Ordinal);
        await browser.Head(after.UndoButton()!);

        Assert.False((await app.Project("P-1")).IsOpen);
    }

    [Fact]
    public async Task After_ten_minutes_the_page_says_whom_to_call()
    {
        await using var app = await TestApp.Start();
        var (browser, link, after) = await Closed(app);
        await app.AdvanceTime(Duration.FromMinutes(10));

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

        Assert.False((await app.Project("P-1")).IsOpen);
    }

    [Fact]
    public async Task Every_link_of_the_client_shows_the_undo_button_for_ten_minutes()
    {
        await using var app = await TestApp.Start();
        await app.SubmitProject();
        await app.AdvanceTime(Duration.FromMinutes(5));
        var receipt = await app.GetLinkIn(MessageKind.Receipt);
        await app.RecordAsManager("P-1", new RecordCall(CallOutcome.Serious, app.Now));
        await app.AdvanceTime(Duration.FromDays(4));
        var browser = app.NewBrowser();
        await browser.Fill(await app.GetLinkIn(MessageKind.RelaunchFirst), GaveUp);

        Assert.NotNull((await browser.Get(receipt)).UndoButton());
        await app.AdvanceTime(Duration.FromMinutes(10));
        Assert.Null((await browser.Get(receipt)).UndoButton());
    }

    [Fact]
    public async Task Client_cannot_undo_a_closing_by_staff()
    {
        await using var app = await TestApp.Start();
        var link = await app.CreateRelaunchLink();
        await app.RecordAsManager("P-1", new Close(Outcome.Dead(DeathReason.Abandoned)));

        Assert.Null((await app.NewBrowser().Get(link)).UndoButton());
    }

    [Fact]
    public async Task Old_undo_link_does_not_undo_a_newer_closing()
    {
        await using var app = await TestApp.Start();
        var (browser, _, after) = await Closed(app);
        await app.RecordAsManager("P-1", new Undo());
        await app.RecordAsManager("P-1", new Close(Outcome.Dead(DeathReason.Duplicate)));

        var old = await browser.PressUndo(after);

        Assert.Equal(HttpStatusCode.Conflict, old.Status);
        Assert.Contains("Nadia Rouvière", old.Text, StringComparison.Ordinal);
        Assert.Equal(DeathReason.Duplicate, (await app.Project("P-1")).Outcome?.Reason);
    }

    [Fact]
    public async Task Undo_without_antiforgery_token_is_refused()
    {
        await using var app = await TestApp.Start();
        var (_, _, after) = await Closed(app);

        var posted = await app.NewBrowser().Post(after.UndoButton()!, []);

        Assert.Equal(HttpStatusCode.BadRequest, posted.Status);
        Assert.NotNull(posted.UndoButton());
        Assert.False((await app.Project("P-1")).IsOpen);
    }
}
