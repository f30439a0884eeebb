using System.Net;
using FollowUp.Domain.Outbox;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Pages.Tests.Console;
using NodaTime;

namespace FollowUp.Pages.Tests.Links;

public sealed class ApprovalLinkTests
{
    static readonly Dictionary<string, string> Yes = new() { ["approve"] = "true" };
    static readonly Dictionary<string, string> Close = new(Yes) { ["project"] = "P-1" };
    static readonly Dictionary<string, string> No = new() { ["approve"] = "false" };

    [Fact]
    public async Task Asked_person_closes_with_the_project_number()
    {
        await using var app = await TestApp.Start();
        var link = await app.AskToClose();
        var browser = app.NewBrowser();

        var done = await browser.Fill(link, new(Yes) { ["project"] = " p-1 " });

        Assert.Equal(HttpStatusCode.SeeOther, done.Status);
        Assert.Equal(DeathReason.NoSignOfLife, (await app.Project("P-1")).Outcome?.Reason);
        Assert.Contains("par Camille Aubertin : projet clos", (await browser.Get(link)).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "Pour clore le projet, indiquez son numéro")]
    [InlineData("P-2", "Ce n’est pas le numéro de ce projet")]
    public async Task Closing_without_the_project_number_is_refused_and_the_page_does_not_show_it(string typed, string why)
    {
        await using var app = await TestApp.Start();
        var link = await app.AskToClose();
        var browser = app.NewBrowser();

        var refused = await browser.Fill(link, new(Yes) { ["project"] = typed });

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains(why, refused.Text, StringComparison.Ordinal);
        Assert.Contains("id=\"project-error\"", refused.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("P-1", refused.Html, StringComparison.Ordinal);
        Assert.True((await app.Project("P-1")).IsOpen);
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.Fill(link, Close)).Status);
    }

    [Fact]
    public async Task Signed_in_person_needs_no_project_number_on_their_own_link()
    {
        await using var app = await TestApp.Start(o => o.Demo = true);
        var link = await app.AskToClose();
        var (camille, yanis) = (await app.SignIn(TestApp.Camille), await app.SignIn(TestApp.Yanis));

        Assert.Equal(HttpStatusCode.BadRequest, (await yanis.Fill(link, Yes)).Status);
        Assert.DoesNotContain("name=\"project\"", (await camille.Get(link)).Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await camille.Fill(link, Yes)).Status);
        Assert.False((await app.Project("P-1")).IsOpen);
    }

    [Fact]
    public async Task Declined_closing_keeps_the_project_dormant()
    {
        await using var app = await TestApp.Start();
        var link = await app.AskToClose();

        await app.NewBrowser().Fill(link, No);

        Assert.Equal(Stage.Asleep, (await app.Project("P-1")).Stage);
    }

    [Fact]
    public async Task Closing_by_approval_is_undone_from_its_page()
    {
        await using var app = await TestApp.Start();
        var link = await app.AskToClose();
        var browser = app.NewBrowser();
        await browser.Fill(link, Close);

        var undone = await browser.PressUndo(await browser.Get(link));

        Assert.Equal(Stage.ApprovalAsked, (await app.Project("P-1")).Stage);
        Assert.Contains("par Camille Aubertin", (await browser.Get(undone.Location)).Text, StringComparison.Ordinal);
        Assert.Contains("La question se pose de nouveau", (await browser.Get(link)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lapsed_question_cannot_be_answered()
    {
        await using var app = await TestApp.Start();
        var link = await app.AskToClose();
        var browser = app.NewBrowser();
        var token = (await browser.Get(link)).FormToken;
        await app.AdvanceTime(Duration.FromDays(20));

        var late = await browser.Post(link, new(Yes) { ["__RequestVerificationToken"] = token });

        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Contains("Cette question ne se pose plus", late.Text, StringComparison.Ordinal);
        Assert.True((await app.Project("P-1")).IsOpen);
    }

    [Fact]
    public async Task Good_chances_page_shows_what_the_provider_did_and_the_client_said()
    {
        await using var app = await TestApp.Start();
        var link = await app.AskToTellProvider();
        var browser = app.NewBrowser();

        var shown = (await browser.Get(link)).Text;
        await browser.Fill(link, Yes);
        await app.AdvanceTime(Duration.FromHours(1));

        Assert.Contains("Envoyer un avis de bonnes chances à Studio Hirondelle ?", shown, StringComparison.Ordinal);
        Assert.Contains("devis, lundi 23 novembre 2026", shown, StringComparison.Ordinal);
        Assert.Contains("en discussion avec Studio Hirondelle", shown, StringComparison.Ordinal);
        Assert.Contains("Il ne promet rien", shown, StringComparison.Ordinal);
        Assert.Single(await app.MailsOf(MessageKind.GoodChances));
    }

    [Fact]
    public async Task Declined_good_chances_notice_is_not_sent()
    {
        await using var app = await TestApp.Start();
        var link = await app.AskToTellProvider();

        await app.NewBrowser().Fill(link, No);
        await app.AdvanceTime(Duration.FromDays(1));

        Assert.Equal(NoticeApproval.Declined, (await app.Project("P-1")).GetProviderState("PR-1").NoticeApproval);
        Assert.Empty(await app.MailsOf(MessageKind.GoodChances));
    }

    [Fact]
    public async Task Take_over_page_shows_the_absence_and_the_next_action()
    {
        await using var app = await TestApp.Start();
        var link = await app.AskToTakeOver();
        var browser = app.NewBrowser();

        var shown = (await browser.Get(link)).Text;
        await browser.Fill(link, Yes);

        Assert.Contains("Reprendre ce projet pendant l’absence de Camille Aubertin ?", shown, StringComparison.Ordinal);
        Assert.Contains("au lundi 7 décembre 2026 inclus", shown, StringComparison.Ordinal);
        Assert.Contains("relance", shown, StringComparison.Ordinal);
        Assert.Equal(TestApp.Yanis.Id, (await app.Project("P-1")).Staffing.StandIn);
    }

    [Fact]
    public async Task Declined_take_over_changes_nothing()
    {
        await using var app = await TestApp.Start();
        var link = await app.AskToTakeOver();

        await app.NewBrowser().Fill(link, No);

        Assert.Null((await app.Project("P-1")).Staffing.TakeOverAskedOf);
        Assert.Null((await app.Project("P-1")).Staffing.StandIn);
    }

    [Fact]
    public async Task Escalated_link_decides_and_the_other_links_show_who_decided_what()
    {
        await using var app = await TestApp.Start();
        var asked = await app.AskToClose();
        await app.AdvanceTime(Duration.FromDays(12));
        var reminded = await app.GetLinkIn(MessageKind.ApprovalRequest, EscalationLevel.Reminded);
        var escalated = await app.GetLinkIn(MessageKind.ApprovalRequest, EscalationLevel.Escalated);
        var browser = app.NewBrowser();
        var token = (await browser.Get(asked)).FormToken;

        await browser.Fill(escalated, No);

        Assert.Contains("par Nadia Rouvière : le projet reste en sommeil", (await browser.Get(escalated)).Text, StringComparison.Ordinal);
        foreach (var other in new[] { asked, reminded })
        {
            Assert.Contains("Déjà décidé par Nadia Rouvière", (await browser.Get(other)).Text, StringComparison.Ordinal);
            var posted = await browser.Post(other, new(Yes) { ["__RequestVerificationToken"] = token });
            Assert.Equal(HttpStatusCode.Conflict, posted.Status);
            Assert.Contains("Clôture refusée : le projet reste en sommeil", posted.Text, StringComparison.Ordinal);
        }

        Assert.True((await app.Project("P-1")).IsOpen);
    }

    [Fact]
    public async Task Request_and_reminder_are_used_up_together()
    {
        await using var app = await TestApp.Start();
        var asked = await app.AskToTellProvider();
        await app.AdvanceTime(Duration.FromDays(1));
        var reminded = await app.GetLinkIn(MessageKind.GoodChancesRequest, EscalationLevel.Reminded);
        var browser = app.NewBrowser();

        await browser.Fill(reminded, Yes);
        await app.AdvanceTime(Duration.FromDays(7));

        Assert.Contains("par Camille Aubertin : l’avis part à Studio Hirondelle", (await browser.Get(asked)).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(await app.AllMails(), m => m.Mail.MessageId.EndsWith(".Escalated", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Person_no_longer_in_charge_is_refused()
    {
        await using var app = await TestApp.Start();
        var link = await app.AskToClose();
        var browser = app.NewBrowser();
        var token = (await browser.Get(link)).FormToken;
        await app.RecordAsManager("P-1", new Assign(TestApp.Yanis.Id));

        var shown = await browser.Get(link);
        var refused = await browser.Post(link, new(Yes) { ["__RequestVerificationToken"] = token });

        Assert.DoesNotContain("name=\"approve\"", shown.Html, StringComparison.Ordinal);
        Assert.Contains("En charge : Yanis Belkacem", shown.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, refused.Status);
        Assert.Contains("Ce projet est suivi par quelqu’un d’autre", refused.Text, StringComparison.Ordinal);
        Assert.True((await app.Project("P-1")).IsOpen);
        Assert.Contains(await app.Audit("P-1"), e => e.Code == Refusals.NotYourProject.Code && e.By == TestApp.Camille.Id);
    }

    [Fact]
    public async Task Person_who_moved_to_sales_is_refused_and_sees_no_client_data()
    {
        await using var app = await TestApp.Start();
        var link = await app.AskToTellProvider();
        var browser = app.NewBrowser();
        var token = (await browser.Get(link)).FormToken;
        await app.PutStaff(TestApp.Camille with { Role = Role.Sales });

        var refused = await browser.Post(link, new(Yes) { ["__RequestVerificationToken"] = token });

        Assert.Equal(HttpStatusCode.Forbidden, refused.Status);
        Assert.Contains("Les commerciaux ne suivent pas les projets", refused.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("en discussion avec", refused.Text, StringComparison.Ordinal);
        Assert.False((await app.Project("P-1")).GetProviderState("PR-1").Notified);
    }

    [Fact]
    public async Task Person_who_left_sees_nothing_of_the_project()
    {
        await using var app = await TestApp.Start();
        await app.AskToTellProvider();
        var asked = (await app.Project("P-1")).Version;
        var links = (FollowUp.Web.Links.LinkTokens)app.Services.GetService(typeof(FollowUp.Web.Links.LinkTokens))!;
        var link = "/l/" + links.CreateToken(new FollowUp.Web.Links.Link(
            FollowUp.Web.Links.LinkPurpose.Approval, "P-1", 1, asked, "gone@demo.example", app.Now + Duration.FromDays(1)));
        var browser = app.NewBrowser();

        foreach (var page in new[] { await browser.Get(link), await browser.Post(link, Yes) })
        {
            Assert.Equal(HttpStatusCode.Forbidden, page.Status);
            Assert.Contains("n’en fait plus partie", page.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("Refonte", page.Text, StringComparison.Ordinal);
        }
    }
}
