using System.Net;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Pages.Tests.Links;
using NodaTime;

namespace FollowUp.Pages.Tests.Console;

/// <summary>What the path asks of staff, seen and answered in the console.</summary>
public sealed class ConsoleDecisionTests
{
    const string Page = "/desk/projects/P-1";

    static async Task<TestApp> Open() => await TestApp.Start(o => o.Demo = true);

    [Fact]
    public async Task Whoever_is_asked_to_take_a_project_over_finds_it_in_their_day_and_says_yes_on_its_page()
    {
        await using var house = await Open();
        await house.AskToTakeOver();
        var yanis = await house.SignIn(TestApp.Yanis);

        var day = await yanis.Get("/desk");
        var page = await yanis.Get(Page);
        Assert.Contains("Décisions demandées 1", day.Text, StringComparison.Ordinal);
        Assert.Contains("Reprendre ce projet pendant l’absence de Camille Aubertin ? Demandé aujourd’hui 09:00, car personne ne remplace Camille Aubertin.", day.Text, StringComparison.Ordinal);
        Assert.Contains("aujourd’hui 13:00", day.Text, StringComparison.Ordinal);
        Assert.Contains("Demandé à Yanis Belkacem aujourd’hui 09:00", page.Text, StringComparison.Ordinal);
        Assert.Contains("Sans réponse, va au responsable aujourd’hui 13:00.", page.Text, StringComparison.Ordinal);

        var done = await yanis.Fill(Page, new() { ["do"] = "take-over", ["colleague"] = TestApp.Yanis.Id, ["approve"] = "true" });

        Assert.Equal($"{Page}?done=take-over", done.Location);
        Assert.Equal(TestApp.Yanis.Id, (await house.Project("P-1")).StandIn);
        Assert.DoesNotContain("Décisions demandées", (await yanis.Get("/desk")).Text, StringComparison.Ordinal);
        Assert.Contains("Décision enregistrée", (await yanis.Get(done.Location)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_manager_sees_whom_it_was_asked_and_decides_for_them()
    {
        await using var house = await Open();
        await house.AskToTakeOver();
        await house.AdvanceTime(Duration.FromHours(5));
        var nadia = await house.SignIn(TestApp.Nadia);

        Assert.Contains("Demandé à Yanis Belkacem aujourd’hui 09:00", (await nadia.Get("/desk")).Text, StringComparison.Ordinal);
        Assert.Contains("Chez le responsable depuis aujourd’hui 13:00", (await nadia.Get(Page)).Text, StringComparison.Ordinal);
        await nadia.Fill(Page, new() { ["do"] = "take-over", ["colleague"] = TestApp.Yanis.Id, ["approve"] = "false" });

        var project = await house.Project("P-1");
        Assert.Equal((null, null), (project.StandIn, project.TakeOverAskedOf));
    }

    [Fact]
    public async Task A_yes_is_not_given_for_a_colleague_who_was_asked_since()
    {
        await using var house = await Open();
        await house.AskToTakeOver();
        await house.Record("P-1", new AskTakeOver("zoe@demo.example"), Actor.Time);
        var nadia = await house.SignIn(TestApp.Nadia);

        var rejected = await nadia.Fill(Page, new() { ["do"] = "take-over", ["colleague"] = TestApp.Yanis.Id, ["approve"] = "true" });

        Assert.Equal(HttpStatusCode.BadRequest, rejected.Status);
        Assert.Contains("Cette question a changé depuis que la page est ouverte", rejected.Text, StringComparison.Ordinal);
        Assert.Null((await house.Project("P-1")).StandIn);
    }

    [Theory]
    [InlineData("true", true, NoticeApproval.Waiting)]
    [InlineData("false", false, NoticeApproval.Declined)]
    public async Task A_notice_is_sent_or_declined_where_it_is_asked_about(string approve, bool told, NoticeApproval ask)
    {
        await using var house = await Open();
        await house.AskToTellProvider();
        var camille = await house.SignIn(TestApp.Camille);

        Assert.Contains(
            "Envoyer un avis de bonnes chances à Studio Hirondelle ? Demandé aujourd’hui 09:00, après la réponse du client.",
            (await camille.Get("/desk")).Text, StringComparison.Ordinal);
        var done = await camille.Fill(Page, new() { ["do"] = "good-chances", ["provider"] = "PR-1", ["approve"] = approve });

        Assert.Equal($"{Page}?done=good-chances", done.Location);
        var standing = (await house.Project("P-1")).GetProviderState("PR-1");
        Assert.Equal((told, ask), (standing.Notified, standing.NoticeApproval));
        Assert.DoesNotContain("id=\"asked-", (await camille.Get(Page)).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_closing_for_silence_is_approved_where_it_is_asked_about()
    {
        await using var house = await Open();
        await house.AskToClose();
        var camille = await house.SignIn(TestApp.Camille);

        Assert.Contains("Clore ce projet faute de signe de vie ?", (await camille.Get("/desk")).Text, StringComparison.Ordinal);
        await camille.Fill(Page, new() { ["do"] = "approve", ["approve"] = "true" });

        Assert.Equal(DeathReason.NoSignOfLife, (await house.Project("P-1")).Outcome?.Reason);
    }

    [Theory]
    [InlineData("approve")]
    [InlineData("good-chances")]
    [InlineData("take-over")]
    public async Task Without_a_yes_or_a_no_nothing_is_decided_and_of_what_is_not_asked_that_is_said(string form)
    {
        await using var house = await Open();
        await house.CreateProjectInFollowUp();
        var version = (await house.Project("P-1")).Version;
        var camille = await house.SignIn(TestApp.Camille);

        var empty = await camille.Fill(Page, new() { ["do"] = form, ["provider"] = "PR-1" });
        var late = await camille.Fill(Page, new() { ["do"] = form, ["provider"] = "PR-1", ["approve"] = "false" });

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.Conflict), (empty.Status, late.Status));
        Assert.Contains("form-error", late.Html, StringComparison.Ordinal);
        Assert.Equal(version, (await house.Project("P-1")).Version);
    }

    [Fact]
    public async Task Another_coordinator_sees_that_it_is_asked_and_has_no_button()
    {
        await using var house = await Open();
        await house.AskToTellProvider();
        var yanis = await house.SignIn(TestApp.Yanis);

        var page = await yanis.Get(Page);
        var refused = await yanis.Fill(Page, new() { ["do"] = "good-chances", ["provider"] = "PR-1", ["approve"] = "true" });

        Assert.Contains("Demandé à Camille Aubertin", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"approve\"", page.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, refused.Status);
        Assert.DoesNotContain("Envoyer un avis", (await yanis.Get("/desk")).Text, StringComparison.Ordinal);
    }
}
