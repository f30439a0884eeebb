using System.Net;
using FollowUp.Application.Ports;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Text;
using FollowUp.Pages.Tests.Console;
using FollowUp.Pages.Tests.Links;

namespace FollowUp.Pages.Tests;

/// <summary>Each page request reads the project's state from the store once.</summary>
public sealed class LoadCountTests
{
    static readonly Dictionary<string, string> StillLooking = new() { ["answer"] = "still-looking" };

    [Fact]
    public async Task Client_link_loads_the_project_once()
    {
        await using var app = await TestApp.Start();
        var link = await app.CreateRelaunchLink();
        var browser = app.NewBrowser();

        await Measure(app, "client link GET", HttpStatusCode.OK, () => browser.Get(link));
        var token = (await browser.Get(link)).FormToken;
        await Measure(app, "client link POST", HttpStatusCode.SeeOther, () => Post(browser, link, token, StillLooking));
        await Measure(app, "client link POST again", HttpStatusCode.OK, () => Post(browser, link, token, StillLooking));
    }

    [Fact]
    public async Task Unsubscribing_loads_the_project_once()
    {
        await using var app = await TestApp.Start();
        var link = await app.CreateRelaunchLink() + "/unsubscribe";
        await Measure(
            app, "one-click unsubscribe", HttpStatusCode.OK,
            () => app.NewBrowser().Post(link, new() { ["List-Unsubscribe"] = "One-Click" }));
    }

    [Fact]
    public async Task Undo_link_loads_the_project_once()
    {
        await using var app = await TestApp.Start();
        var link = await app.CreateRelaunchLink();
        var browser = app.NewBrowser();
        await browser.Fill(link, new() { ["answer"] = "gave-up", ["project"] = "P-1" });
        var answered = await browser.Get(link);
        var undo = answered.UndoButton()!;

        await Measure(app, "undo link GET", HttpStatusCode.OK, () => browser.Get(undo));
        await Measure(app, "undo link POST", HttpStatusCode.SeeOther, () => Post(browser, undo, answered.FormToken, []));
    }

    [Fact]
    public async Task Approval_link_loads_the_project_once()
    {
        await using var app = await TestApp.Start();
        var link = await app.AskToClose();
        var browser = app.NewBrowser();
        await Measure(app, "approval link GET", HttpStatusCode.OK, () => browser.Get(link));
        var token = (await browser.Get(link)).FormToken;
        await Measure(
            app, "approval link POST", HttpStatusCode.SeeOther,
            () => Post(browser, link, token, new() { ["approve"] = "true", ["project"] = "P-1" }));
    }

    [Fact]
    public async Task Console_project_page_loads_the_project_once()
    {
        await using var app = await TestApp.Start(o => o.Demo = true);
        await app.CreateProjectInFollowUp();
        var browser = await app.SignIn(TestApp.Nadia);
        await Measure(app, "console GET", HttpStatusCode.OK, () => browser.Get("/desk/projects/P-1"));
        var token = (await browser.Get("/desk/projects/P-1")).FormToken;
        await Measure(
            app, "console POST", HttpStatusCode.SeeOther,
            () => Post(browser, "/desk/projects/P-1", token, new() { ["do"] = "add-note", ["text"] = "Rappeler lundi." }));
        await Measure(
            app, "console POST with an error", HttpStatusCode.BadRequest,
            () => Post(browser, "/desk/projects/P-1", token, new() { ["do"] = "add-note" }));
        await app.RecordAsManager("P-1", new Close(Outcome.Dead(DeathReason.Abandoned)));
        await Measure(
            app, "console POST refused", HttpStatusCode.Conflict,
            () => Post(browser, "/desk/projects/P-1", token, new() { ["do"] = "snooze", ["until"] = "2027-01-11", ["reason"] = "Vacances" }));
    }

    [Fact]
    public async Task Day_page_reads_one_timeline_entry_per_reply()
    {
        await using var app = await TestApp.Start(o => o.Demo = true);
        foreach (var id in new[] { "P-1", "P-2" })
        {
            await app.CreateProjectInFollowUp(id);
            await app.Record(id, new ReportReply(new FreeText($"Je cherche encore, {id}."), app.Now), Actor.Client(TestApp.Client));
        }

        var browser = await app.SignIn(TestApp.Nadia);
        app.StoreCalls.Reset();
        var page = await browser.Get("/desk");

        Assert.Contains("Je cherche encore, P-1.", page.Text, StringComparison.Ordinal);
        Assert.Contains("Je cherche encore, P-2.", page.Text, StringComparison.Ordinal);
        Assert.Equal(0, app.StoreCalls.Count(nameof(IProjectStore.Load)));
        Assert.Equal(0, app.StoreCalls.Count(nameof(IProjectStore.ReadTimeline)));
        Assert.Equal(2, app.StoreCalls.Count(nameof(IProjectStore.LoadEntries)));
    }

    [Fact]
    public async Task Client_link_with_a_phone_number_loads_the_project_once()
    {
        await using var app = await TestApp.Start();
        var link = await app.CreateRelaunchLink();
        var browser = app.NewBrowser();
        var token = (await browser.Get(link)).FormToken;
        await Measure(
            app, "client link POST with a phone number", HttpStatusCode.SeeOther,
            () => Post(browser, link, token, new() { ["answer"] = "call-me", ["phone"] = "01 99 00 12 35" }));
        Assert.Equal("+33199001235", (await app.Dossier("P-1"))!.Phone);
    }

    static Task<Browser.Page> Post(Browser browser, string path, string token, Dictionary<string, string> fields) =>
        browser.Post(path, new(fields) { ["__RequestVerificationToken"] = token });

    static async Task Measure(TestApp app, string request, HttpStatusCode expected, Func<Task<Browser.Page>> send)
    {
        app.StoreCalls.Reset();
        var page = await send();
        Assert.True(expected == page.Status, $"{request}: {page.Status}\n{page.Text}");
        var loads = app.StoreCalls.Count(nameof(IProjectStore.Load)) + app.StoreCalls.Count(nameof(IProjectStore.LoadWithIdempotencyRecord));
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{request}: {loads} loads, {app.StoreCalls.Count(nameof(IProjectStore.ReadTimeline))} timelines, "
            + $"{app.StoreCalls.Count(nameof(IProjectStore.LoadDossier))} dossiers");
        Assert.True(loads == 1, $"{request}: {loads} loads");
    }
}
