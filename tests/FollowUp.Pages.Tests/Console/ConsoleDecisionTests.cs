using System.Net;
using FollowUp.Application.Ports;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Text;
using FollowUp.Pages.Tests.Links;
using FollowUp.Web.Api.StaffQueue;
using NodaTime;

namespace FollowUp.Pages.Tests.Console;

/// <summary>Pending decisions in the console.</summary>
public sealed class ConsoleDecisionTests
{
    const string Page = "/desk/projects/P-1";

    static async Task<TestApp> Open() => await TestApp.Start(o => o.Demo = true);

    [Fact]
    public async Task Take_over_is_shown_on_the_day_page_and_approved_on_the_project_page()
    {
        await using var app = await Open();
        await app.AskToTakeOver();
        var yanis = await app.SignIn(TestApp.Yanis);

        var day = await yanis.Get("/desk");
        var page = await yanis.Get(Page);
        Assert.Contains("Décisions demandées 1", day.Text, StringComparison.Ordinal);
        Assert.Contains("Reprendre ce projet pendant l’absence de Camille Aubertin ? Demandé aujourd’hui 09:00, car personne ne remplace Camille Aubertin.", day.Text, StringComparison.Ordinal);
        Assert.Contains("aujourd’hui 13:00", day.Text, StringComparison.Ordinal);
        Assert.Contains("Demandé à Yanis Belkacem aujourd’hui 09:00", page.Text, StringComparison.Ordinal);
        Assert.Contains("Sans réponse, va au responsable aujourd’hui 13:00.", page.Text, StringComparison.Ordinal);

        var done = await yanis.Fill(Page, new() { ["do"] = "take-over", ["colleague"] = TestApp.Yanis.Id, ["accept"] = "true" });

        Assert.Equal($"{Page}?done=take-over", done.Location);
        Assert.Equal(TestApp.Yanis.Id, (await app.Project("P-1")).Staffing.StandIn);
        Assert.DoesNotContain("Décisions demandées", (await yanis.Get("/desk")).Text, StringComparison.Ordinal);
        Assert.Contains("Décision enregistrée", (await yanis.Get(done.Location)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Question_whether_a_project_goes_on_is_in_the_queue_and_answered_beside_another_one()
    {
        await using var app = await Open();
        await app.CreateProjectInFollowUp("P-1");
        await app.CreateProjectInFollowUp("P-2");
        await app.AdvanceTime(Duration.FromHours(1));
        await app.Record("P-2", new AskTakeOver(TestApp.Yanis.Id), Actor.Time);
        await app.Record("P-1", new AnswerRelaunch(ClientAnswer.LeaveMeAlone), Actor.Client(TestApp.Client));
        await app.Record("P-2", new AdvanceTime(), Actor.Time);
        var nadia = await app.SignIn(TestApp.Nadia);

        var project = await app.Project("P-2");
        var row = new ProjectListItem(project, null, null, null, null);
        Assert.Equal(["continuation"], QueueItem.Of(row, project.InCharge, id => id, Language.French, app.Now).Select(item => item.Id));
        Assert.Contains("laisse tranquille", (await nadia.Get("/desk/projects/P-2")).Text, StringComparison.Ordinal);
        var page = await nadia.Get("/desk/projects/P-2");
        Assert.Contains("name=\"id\" value=\"continuation\"", page.Html, StringComparison.Ordinal);

        await nadia.Fill("/desk/projects/P-2", new() { ["do"] = "approve", ["id"] = "continuation", ["approve"] = "false" });

        Assert.False((await app.Project("P-2")).IsContinuationPending);
    }

    [Fact]
    public async Task Manager_sees_who_was_asked_and_decides()
    {
        await using var app = await Open();
        await app.AskToTakeOver();
        await app.AdvanceTime(Duration.FromHours(5));
        var nadia = await app.SignIn(TestApp.Nadia);

        Assert.Contains("Demandé à Yanis Belkacem aujourd’hui 09:00", (await nadia.Get("/desk")).Text, StringComparison.Ordinal);
        Assert.Contains("Chez le responsable depuis aujourd’hui 13:00", (await nadia.Get(Page)).Text, StringComparison.Ordinal);
        await nadia.Fill(Page, new() { ["do"] = "take-over", ["colleague"] = TestApp.Yanis.Id, ["accept"] = "false" });

        var project = await app.Project("P-1");
        Assert.Equal((null, null), (project.Staffing.StandIn, project.Staffing.TakeOverAskedOf));
    }

    [Fact]
    public async Task Approval_does_not_apply_to_a_colleague_asked_later()
    {
        await using var app = await Open();
        await app.AskToTakeOver();
        await app.Record("P-1", new AskTakeOver("zoe@demo.example"), Actor.Time);
        var nadia = await app.SignIn(TestApp.Nadia);

        var rejected = await nadia.Fill(Page, new() { ["do"] = "take-over", ["colleague"] = TestApp.Yanis.Id, ["accept"] = "true" });

        Assert.Equal(HttpStatusCode.BadRequest, rejected.Status);
        Assert.Contains("Cette question a changé depuis que la page est ouverte", rejected.Text, StringComparison.Ordinal);
        Assert.Null((await app.Project("P-1")).Staffing.StandIn);
    }

    [Theory]
    [InlineData("send-good-chances", true, NoticeApproval.Waiting)]
    [InlineData("decline-good-chances", false, NoticeApproval.Declined)]
    public async Task Good_chances_notice_is_approved_or_declined_on_the_project_page(string button, bool told, NoticeApproval ask)
    {
        await using var app = await Open();
        await app.AskToTellProvider();
        var camille = await app.SignIn(TestApp.Camille);

        Assert.Contains(
            "Envoyer un avis de bonnes chances à Studio Hirondelle ? Demandé aujourd’hui 09:00, après la réponse du client.",
            (await camille.Get("/desk")).Text, StringComparison.Ordinal);
        Assert.Contains($"name=\"do\" value=\"{button}\"", (await camille.Get(Page)).Html, StringComparison.Ordinal);
        var done = await camille.Fill(Page, new() { ["do"] = button, ["provider"] = "PR-1" });

        Assert.Equal($"{Page}?done={button}", done.Location);
        var standing = (await app.Project("P-1")).GetProviderState("PR-1");
        Assert.Equal((told, ask), (standing.Notified, standing.NoticeApproval));
        Assert.DoesNotContain("id=\"asked-", (await camille.Get(Page)).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Closing_is_approved_on_the_project_page()
    {
        await using var app = await Open();
        await app.AskToClose();
        var camille = await app.SignIn(TestApp.Camille);

        Assert.Contains("Clore ce projet faute de signe de vie ?", (await camille.Get("/desk")).Text, StringComparison.Ordinal);
        await camille.Fill(Page, new() { ["do"] = "approve", ["approve"] = "true" });

        Assert.Equal(DeathReason.NoSignOfLife, (await app.Project("P-1")).Outcome?.Reason);
    }

    [Theory]
    [InlineData("approve", "approve")]
    [InlineData("decline-good-chances", "provider")]
    [InlineData("take-over", "accept")]
    public async Task Decision_without_an_answer_or_without_a_question_is_refused(string form, string field)
    {
        await using var app = await Open();
        await app.CreateProjectInFollowUp();
        var version = (await app.Project("P-1")).Version;
        var camille = await app.SignIn(TestApp.Camille);

        var empty = await camille.Fill(Page, new() { ["do"] = form });
        var late = await camille.Fill(Page, new() { ["do"] = form, [field] = field == "provider" ? "PR-1" : "false" });

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.Conflict), (empty.Status, late.Status));
        Assert.Contains("form-error", late.Html, StringComparison.Ordinal);
        Assert.Equal(version, (await app.Project("P-1")).Version);
    }

    [Fact]
    public async Task Other_coordinator_sees_the_question_without_buttons()
    {
        await using var app = await Open();
        await app.AskToTellProvider();
        var yanis = await app.SignIn(TestApp.Yanis);

        var page = await yanis.Get(Page);
        var refused = await yanis.Fill(Page, new() { ["do"] = "send-good-chances", ["provider"] = "PR-1" });

        Assert.Contains("Demandé à Camille Aubertin", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("value=\"send-good-chances\"", page.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, refused.Status);
        Assert.DoesNotContain("Envoyer un avis", (await yanis.Get("/desk")).Text, StringComparison.Ordinal);
    }
}
