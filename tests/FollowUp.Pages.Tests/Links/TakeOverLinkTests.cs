using System.Net;
using FollowUp.Domain.Outbox;
using FollowUp.Pages.Tests.Scheduling;

namespace FollowUp.Pages.Tests.Links;

/// <summary>One mail asks a colleague for all projects of an absent coordinator without stand-in.</summary>
public sealed class TakeOverLinkTests
{
    [Fact]
    public async Task Colleague_is_asked_once_for_all_projects_and_takes_all()
    {
        await using var app = await TestApp.Start();
        var link = await AskForThree(app);
        Assert.Empty(await app.MailsOf(MessageKind.TakeOverRequest));

        var browser = app.NewBrowser();
        var page = await browser.Get(link);
        Assert.Contains("Reprendre 3 projets", page.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.Fill(link, new() { ["take"] = "all" })).Status);

        Assert.All(Ids, id => Assert.Equal(TestApp.Yanis.Id, app.Project(id).Result.InCharge));
        Assert.Contains("Vous suivez 3 projets de collègues absents", (await browser.Get(link)).Text, StringComparison.Ordinal);
        await app.RunDueJobsAt("2026-11-23 18:00 +01");
        Assert.Single(await app.DepartmentMails("take-over"));

        await app.RunDueJobsAt("2026-11-27 00:05 +01");
        Assert.All(Ids, id => Assert.Equal(TestApp.Camille.Id, app.Project(id).Result.InCharge));
    }

    [Fact]
    public async Task Colleague_takes_some_and_the_others_are_declined()
    {
        await using var app = await TestApp.Start();
        var link = await AskForThree(app);
        var browser = app.NewBrowser();
        var nothing = await browser.Fill(link, new() { ["take"] = "some" });
        Assert.Equal(HttpStatusCode.BadRequest, nothing.Status);
        Assert.Contains("Cochez au moins un projet", nothing.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await browser.Fill(link, new() { ["take"] = "everything" })).Status);

        await browser.Fill(link, new() { ["take"] = "some", ["project"] = "P-2" });
        Assert.Equal(
            [TestApp.Camille.Id, TestApp.Yanis.Id, TestApp.Camille.Id], Ids.Select(id => app.Project(id).Result.InCharge));
        Assert.All(Ids, id => Assert.Null(app.Project(id).Result.Staffing.TakeOverAskedOf));
    }

    [Fact]
    public async Task Without_an_answer_a_reminder_follows_and_then_the_manager_is_told_once()
    {
        await using var app = await TestApp.Start();
        await AskForThree(app);
        await app.RunDueJobsAt("2026-11-23 12:00 +01");
        await app.RunDueJobsAt("2026-11-23 15:00 +01");
        await app.RunDueJobsAt("2026-11-24 15:00 +01");

        Assert.Equal(
            [(TestApp.Yanis.Id, "Pouvez-vous"), (TestApp.Yanis.Id, "Rappel\u00a0: po"), (TestApp.Nadia.Id, "Sans répons")],
            (await app.DepartmentMails("take-over")).Select(m => (m.To, m.Subject[..11])));
    }

    [Fact]
    public async Task Link_of_a_person_who_left_decides_nothing()
    {
        await using var app = await TestApp.Start();
        var link = await AskForThree(app);
        await app.PutStaff(TestApp.Yanis with { RemovedAt = app.Now });
        var browser = app.NewBrowser();

        Assert.Equal(HttpStatusCode.Forbidden, (await browser.Get(link)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.Post(link, new() { ["take"] = "all" })).Status);
        Assert.All(Ids, id => Assert.Equal(TestApp.Camille.Id, app.Project(id).Result.InCharge));
    }

    static readonly string[] Ids = ["P-1", "P-2", "P-3"];

    static async Task<string> AskForThree(TestApp app)
    {
        foreach (var id in Ids)
        {
            await app.SubmitProject(id);
        }

        await app.SetAbsent(TestApp.Camille, days: 3);
        await app.RunDueJobs();
        await app.RunDueJobs();
        var mail = Assert.Single(await app.DepartmentMails("take-over"));
        Assert.Equal(TestApp.Yanis.Id, mail.To);
        return new Uri(mail.Links[0]).AbsolutePath;
    }
}
