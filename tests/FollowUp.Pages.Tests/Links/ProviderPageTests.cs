using System.Net;
using FollowUp.Application.People;
using FollowUp.Application.Ports;
using FollowUp.Domain.Outbox;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Text;
using FollowUp.Pages.Tests.Scheduling;
using Microsoft.Extensions.DependencyInjection;

namespace FollowUp.Pages.Tests.Links;

/// <summary>A provider that asked for it is told that its projects moved, and has a page of its own by the link of that mail.</summary>
public sealed class ProviderPageTests
{
    static readonly ProviderProfile Hirondelle = new("PR-1", "Studio Hirondelle", "bonjour@hirondelle.example", Language.French, new(2027, 6, 30)) { Mails = true };

    [Fact]
    public async Task A_provider_that_asked_for_it_gets_one_mail_a_working_day_about_projects_that_moved()
    {
        await using var app = await StartWithProject(Hirondelle);

        await app.RunDueJobsAt("2026-11-24 07:59 +01");
        Assert.Empty(await app.DepartmentMails("provider-news"));
        await app.RunDueJobsAt("2026-11-24 08:00 +01");
        await app.RunDueJobsAt("2026-11-24 09:00 +01");

        var mail = Assert.Single(await app.DepartmentMails("provider-news"));
        Assert.Equal("bonjour@hirondelle.example", mail.To);
        Assert.Contains("Refonte du site", mail.Text, StringComparison.Ordinal);
        Assert.Contains("cherche", mail.Text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Martin", mail.Text + mail.Html, StringComparison.OrdinalIgnoreCase);
        Assert.Equal("List-Unsubscribe=One-Click", mail.Headers["List-Unsubscribe-Post"]);
        Assert.Contains("/charter", mail.Html, StringComparison.Ordinal);

        await app.RunDueJobsAt("2026-11-25 08:00 +01");
        Assert.Single(await app.DepartmentMails("provider-news"));
    }

    [Fact]
    public async Task Nobody_gets_the_mail_without_asking_or_after_the_subscription()
    {
        await using var app = await StartWithProject(Hirondelle with { Mails = null });
        await app.RunDueJobsAt("2026-11-24 08:00 +01");
        await Put(app, Hirondelle with { PrivilegeUntil = new(2026, 11, 24) });
        await app.RecordAsManager("P-1", new AddNote(new FreeText("Du nouveau."), Visibility.Shared));
        await app.RunDueJobsAt("2026-11-25 08:00 +01");

        Assert.Empty(await app.DepartmentMails("provider-news"));
    }

    [Fact]
    public async Task A_mail_program_stops_the_mail_with_one_post()
    {
        await using var app = await StartWithProject(Hirondelle);
        await app.RunDueJobsAt("2026-11-24 08:00 +01");
        var header = Assert.Single(await app.DepartmentMails("provider-news")).Headers["List-Unsubscribe"];

        var address = new Uri(header.Trim('<', '>')).PathAndQuery;
        var stopped = await app.NewBrowser().Post(address, new() { ["List-Unsubscribe"] = "One-Click" });

        Assert.Equal(HttpStatusCode.OK, stopped.Status);
        Assert.False((await app.Services.GetRequiredService<IDirectory>().FindProvider("PR-1", TestContext.Current.CancellationToken))!.WantsMails);
    }

    [Fact]
    public async Task The_page_shows_what_the_client_says_what_the_provider_did_and_who_is_in_charge()
    {
        await using var app = await StartWithProject(Hirondelle);
        var page = await app.NewBrowser().Get(await GetLink(app));

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("Devis", page.Text, StringComparison.Ordinal);
        Assert.Contains("après la publication", page.Text, StringComparison.Ordinal);
        Assert.Contains("cherche", page.Text, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Camille Aubertin", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Martin", page.Html, StringComparison.OrdinalIgnoreCase);
        Assert.Contains((await app.Audit("P-1")), entry => entry is { What: "feed", By: "PR-1", Code: "read" });
    }

    [Fact]
    public async Task The_page_keeps_the_own_deeds_and_hides_the_rest_once_the_subscription_ended_in_between()
    {
        await using var app = await StartWithProject(Hirondelle);
        var link = await GetLink(app);
        await Put(app, Hirondelle with { PrivilegeUntil = new(2026, 11, 1) });

        var page = await app.NewBrowser().Get(link);

        Assert.Contains("Votre abonnement privilège n’est pas en cours", page.Text, StringComparison.Ordinal);
        Assert.Contains("Devis", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Le client dit", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_from_the_page_goes_to_the_person_in_charge_and_twice_is_once()
    {
        await using var app = await StartWithProject(Hirondelle);
        var (link, browser) = (await GetLink(app), app.NewBrowser());

        Dictionary<string, string> question = new() { ["do"] = "ask", ["project"] = "P-1", ["text"] = "Le budget est-il ferme ?" };
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.Fill(link, question)).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.Fill(link, question)).Status);

        Assert.Single((await app.Project("P-1")).OpenQuestions);
        await app.AdvanceTime(NodaTime.Duration.FromMinutes(1));
        var receipt = Assert.Single(await app.MailsOf(MessageKind.QuestionReceipt)).Mail;
        Assert.Contains("Camille Aubertin", receipt.Text, StringComparison.Ordinal);
        Assert.Contains("est bien arrivée", (await browser.Get(link)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_link_opens_no_other_project()
    {
        await using var app = await StartWithProject(Hirondelle);
        var refused = await app.NewBrowser().Fill(await GetLink(app), new() { ["do"] = "ask", ["project"] = "P-9", ["text"] = "Et celui-ci ?" });

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
    }

    [Theory]
    [InlineData("/charter", "fr", "Nous ne poussons aucun prestataire")]
    [InlineData("/charter", "en", "We push no provider")]
    [InlineData("/guide", "fr", "Se mettre d’accord par écrit")]
    [InlineData("/guide", "en", "Agree in writing")]
    public async Task The_charter_and_the_guide_are_public(string path, string language, string text)
    {
        await using var app = await TestApp.Start();
        Assert.Contains(text, (await app.NewBrowser().Get($"{path}?lang={language}")).Text, StringComparison.Ordinal);
    }

    static async Task<TestApp> StartWithProject(ProviderProfile provider)
    {
        var app = await TestApp.Start();
        await Put(app, provider);
        await app.RunDueJobs();
        await app.CreateProjectInFollowUp();
        await app.Record("P-1", new ReportProviderAction("PR-1", ProviderActionKind.Quote, app.Now), Actor.Website);
        await app.RecordAsManager("P-1", new RecordCall(CallOutcome.StillLooking, app.Now));
        return app;
    }

    static async Task<string> GetLink(TestApp app)
    {
        await app.RunDueJobsAt("2026-11-24 08:00 +01");
        return new Uri((await app.DepartmentMails("provider-news"))[0].Links[0]).PathAndQuery;
    }

    static async Task Put(TestApp app, ProviderProfile provider) => await app.Services.GetRequiredService<IDirectory>().PutProvider(provider);
}
