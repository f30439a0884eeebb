using System.Net;
using FollowUp.Domain.Outbox;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Pages.Tests.Console;
using FollowUp.Web.Links;
using NodaTime;

namespace FollowUp.Pages.Tests.Links;

public sealed class ApprovalLinkTests
{
    static readonly Dictionary<string, string> Yes = new() { ["approve"] = "true" };
    static readonly Dictionary<string, string> Close = new(Yes) { ["project"] = "P-1" };
    static readonly Dictionary<string, string> No = new() { ["approve"] = "false" };

    [Fact]
    public async Task The_person_who_was_asked_closes_with_the_number_of_the_project()
    {
        await using var house = await TestApp.Start();
        var link = await house.AskToClose();
        var browser = house.NewBrowser();

        var done = await browser.Fill(link, new(Yes) { ["project"] = " p-1 " });

        Assert.Equal(HttpStatusCode.SeeOther, done.Status);
        Assert.Equal(DeathReason.NoSignOfLife, (await house.Project("P-1")).Outcome?.Reason);
        Assert.Contains("par Camille Aubertin : projet clos", (await browser.Get(link)).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "Pour clore le projet, indiquez son numéro")]
    [InlineData("P-2", "Ce n’est pas le numéro de ce projet")]
    public async Task A_closing_without_the_number_closes_nothing_and_the_page_does_not_tell_it(string typed, string why)
    {
        await using var house = await TestApp.Start();
        var link = await house.AskToClose();
        var browser = house.NewBrowser();

        var refused = await browser.Fill(link, new(Yes) { ["project"] = typed });

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains(why, refused.Text, StringComparison.Ordinal);
        Assert.Contains("id=\"project-error\"", refused.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("P-1", refused.Html, StringComparison.Ordinal);
        Assert.True((await house.Project("P-1")).IsOpen);
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.Fill(link, Close)).Status);
    }

    [Fact]
    public async Task Whoever_is_signed_in_closes_with_one_button_and_on_nobody_else_s_link()
    {
        await using var house = await TestApp.Start(o => o.Demo = true);
        var link = await house.AskToClose();
        var (camille, yanis) = (await house.SignIn(TestApp.Camille), await house.SignIn(TestApp.Yanis));

        Assert.Equal(HttpStatusCode.BadRequest, (await yanis.Fill(link, Yes)).Status);
        Assert.DoesNotContain("name=\"project\"", (await camille.Get(link)).Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await camille.Fill(link, Yes)).Status);
        Assert.False((await house.Project("P-1")).IsOpen);
    }

    [Fact]
    public async Task Or_lets_the_project_sleep()
    {
        await using var house = await TestApp.Start();
        var link = await house.AskToClose();

        await house.NewBrowser().Fill(link, No);

        Assert.Equal(Stage.Asleep, (await house.Project("P-1")).Stage);
    }

    [Fact]
    public async Task A_closing_by_approval_is_taken_back_from_the_page_that_closed_it()
    {
        await using var house = await TestApp.Start();
        var link = await house.AskToClose();
        var browser = house.NewBrowser();
        await browser.Fill(link, Close);

        var undone = await browser.PressUndo(await browser.Get(link));

        Assert.Equal(Stage.ApprovalAsked, (await house.Project("P-1")).Stage);
        Assert.Contains("par Camille Aubertin", (await browser.Get(undone.Location)).Text, StringComparison.Ordinal);
        Assert.Contains("La question se pose de nouveau", (await browser.Get(link)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_that_lapsed_no_longer_stands()
    {
        await using var house = await TestApp.Start();
        var link = await house.AskToClose();
        var browser = house.NewBrowser();
        var token = (await browser.Get(link)).FormToken;
        await house.AdvanceTime(Duration.FromDays(20));

        var late = await browser.Post(link, new(Yes) { ["__RequestVerificationToken"] = token });

        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Contains("Cette question ne se pose plus", late.Text, StringComparison.Ordinal);
        Assert.True((await house.Project("P-1")).IsOpen);
    }

    [Fact]
    public async Task A_good_chances_notice_is_decided_with_what_the_provider_did_and_the_client_said_before_one()
    {
        await using var house = await TestApp.Start();
        var link = await house.AskToTellProvider();
        var browser = house.NewBrowser();

        var shown = (await browser.Get(link)).Text;
        await browser.Fill(link, Yes);
        await house.AdvanceTime(Duration.FromHours(1));

        Assert.Contains("Envoyer un avis de bonnes chances à Studio Hirondelle ?", shown, StringComparison.Ordinal);
        Assert.Contains("devis, lundi 23 novembre 2026", shown, StringComparison.Ordinal);
        Assert.Contains("en discussion avec Studio Hirondelle", shown, StringComparison.Ordinal);
        Assert.Contains("Il ne promet rien", shown, StringComparison.Ordinal);
        Assert.Single(await house.MailsOf(MessageKind.GoodChances));
    }

    [Fact]
    public async Task Or_is_not_sent()
    {
        await using var house = await TestApp.Start();
        var link = await house.AskToTellProvider();

        await house.NewBrowser().Fill(link, No);
        await house.AdvanceTime(Duration.FromDays(1));

        Assert.Equal(NoticeApproval.Declined, (await house.Project("P-1")).GetProviderState("PR-1").NoticeApproval);
        Assert.Empty(await house.MailsOf(MessageKind.GoodChances));
    }

    [Fact]
    public async Task An_absent_colleague_s_project_is_taken_over_knowing_for_how_long_and_what_comes_next()
    {
        await using var house = await TestApp.Start();
        var link = await house.AskToTakeOver();
        var browser = house.NewBrowser();

        var shown = (await browser.Get(link)).Text;
        await browser.Fill(link, Yes);

        Assert.Contains("Reprendre ce projet pendant l’absence de Camille Aubertin ?", shown, StringComparison.Ordinal);
        Assert.Contains("au lundi 7 décembre 2026 inclus", shown, StringComparison.Ordinal);
        Assert.Contains("relance", shown, StringComparison.Ordinal);
        Assert.Equal(TestApp.Yanis.Id, (await house.Project("P-1")).StandIn);
    }

    [Fact]
    public async Task Or_is_declined()
    {
        await using var house = await TestApp.Start();
        var link = await house.AskToTakeOver();

        await house.NewBrowser().Fill(link, No);

        Assert.Null((await house.Project("P-1")).TakeOverAskedOf);
        Assert.Null((await house.Project("P-1")).StandIn);
    }

    [Fact]
    public async Task The_manager_s_escalated_link_decides_and_all_others_say_who_did_and_what()
    {
        await using var house = await TestApp.Start();
        var asked = await house.AskToClose();
        await house.AdvanceTime(Duration.FromDays(12));
        var reminded = await house.GetLinkIn(MessageKind.ApprovalRequest, EscalationLevel.Reminded);
        var escalated = await house.GetLinkIn(MessageKind.ApprovalRequest, EscalationLevel.Escalated);
        var browser = house.NewBrowser();
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

        Assert.True((await house.Project("P-1")).IsOpen);
    }

    [Fact]
    public async Task A_request_and_its_reminder_are_one_question_to_one_person_and_spent_together()
    {
        await using var house = await TestApp.Start();
        var asked = await house.AskToTellProvider();
        await house.AdvanceTime(Duration.FromDays(1));
        var reminded = await house.GetLinkIn(MessageKind.GoodChancesRequest, EscalationLevel.Reminded);
        var browser = house.NewBrowser();

        await browser.Fill(reminded, Yes);
        await house.AdvanceTime(Duration.FromDays(7));

        Assert.Contains("par Camille Aubertin : l’avis part à Studio Hirondelle", (await browser.Get(asked)).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(await house.AllMails(), m => m.Mail.MessageId.EndsWith(".Escalated", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Whoever_is_no_longer_in_charge_is_refused_on_the_page()
    {
        await using var house = await TestApp.Start();
        var link = await house.AskToClose();
        var browser = house.NewBrowser();
        var token = (await browser.Get(link)).FormToken;
        await house.RecordAsManager("P-1", new Assign(TestApp.Yanis.Id));

        var shown = await browser.Get(link);
        var refused = await browser.Post(link, new(Yes) { ["__RequestVerificationToken"] = token });

        Assert.DoesNotContain("name=\"approve\"", shown.Html, StringComparison.Ordinal);
        Assert.Contains("En charge : Yanis Belkacem", shown.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, refused.Status);
        Assert.Contains("Ce projet est suivi par quelqu’un d’autre", refused.Text, StringComparison.Ordinal);
        Assert.True((await house.Project("P-1")).IsOpen);
        Assert.Contains(await house.Audit("P-1"), e => e.Code == Refusals.NotYourProject.Code && e.By == TestApp.Camille.Id);
    }

    [Fact]
    public async Task Whoever_went_to_sales_since_is_refused_and_sees_nothing_of_the_client()
    {
        await using var house = await TestApp.Start();
        var link = await house.AskToTellProvider();
        var browser = house.NewBrowser();
        var token = (await browser.Get(link)).FormToken;
        await house.PutStaff(TestApp.Camille with { Role = Role.Sales });

        var refused = await browser.Post(link, new(Yes) { ["__RequestVerificationToken"] = token });

        Assert.Equal(HttpStatusCode.Forbidden, refused.Status);
        Assert.Contains("Les commerciaux ne suivent pas les projets", refused.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("en discussion avec", refused.Text, StringComparison.Ordinal);
        Assert.False((await house.Project("P-1")).GetProviderState("PR-1").Notified);
    }

    [Fact]
    public async Task Whoever_left_learns_that_and_nothing_of_the_project()
    {
        await using var house = await TestApp.Start();
        await house.AskToTellProvider();
        var asked = (await house.Project("P-1")).Version;
        var links = (FollowUp.Web.Links.LinkTokens)house.Services.GetService(typeof(FollowUp.Web.Links.LinkTokens))!;
        var link = "/l/" + links.CreateToken(new FollowUp.Web.Links.Link(
            FollowUp.Web.Links.LinkPurpose.Approval, "P-1", 1, asked, "gone@demo.example", house.Now + Duration.FromDays(1)));
        var browser = house.NewBrowser();

        foreach (var page in new[] { await browser.Get(link), await browser.Post(link, Yes) })
        {
            Assert.Equal(HttpStatusCode.Forbidden, page.Status);
            Assert.Contains("n’en fait plus partie", page.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("Refonte", page.Text, StringComparison.Ordinal);
        }
    }
}
