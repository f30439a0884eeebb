using System.Net;
using FollowUp.Application.Ports;
using FollowUp.Application.Settings;
using FollowUp.Domain.Outbox;
using FollowUp.Domain.Projects;
using FollowUp.Web.Shared.Settings;
using Microsoft.Extensions.DependencyInjection;

namespace FollowUp.Pages.Tests.Console;

/// <summary>The settings page.</summary>
public sealed class SettingsPageTests
{
    const string Path = "/desk/settings";

    public static TheoryData<string> Others => [TestApp.Camille.Id, TestApp.Simon.Id];

    [Theory]
    [MemberData(nameof(Others))]
    public async Task Coordinators_and_sales_are_refused_and_the_audit_log_says_so(string staff)
    {
        await using var app = await TestApp.Start(o => o.Demo = true);
        var browser = await app.SignIn(staff == TestApp.Simon.Id ? TestApp.Simon : TestApp.Camille);
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.Get(Path)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.Post(Path, new() { ["do"] = "department" })).Status);

        Assert.Equal(["change-settings", "read-settings"], (await app.Audit(null)).Where(e => e.Code == "managers-only" && e.By == staff).Select(e => e.What));
        Assert.Equal(0, await Settings(app).ReadVersion(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Changed_name_stands_in_the_next_mail_and_the_audit_log_tells_the_field()
    {
        await using var app = await TestApp.Start(o => o.Demo = true);
        var manager = await app.SignIn(TestApp.Nadia);
        var saved = await manager.Fill(Path, Form("department", ("version", "0"), ("departmentName", "Suivi Exemple"), ("languages", "french")));
        Assert.Equal(HttpStatusCode.SeeOther, saved.Status);

        await app.SubmitProject();
        await app.AdvanceTime(NodaTime.Duration.FromMinutes(1));
        Assert.EndsWith("Suivi Exemple", (await app.MailsOf(MessageKind.Receipt))[0].Mail.FromName, StringComparison.Ordinal);
        Assert.Contains(await app.Audit(null), e => e is { What: "change-settings", Code: "languages,name" });
    }

    [Fact]
    public async Task What_a_new_project_publishes_is_chosen_and_older_projects_stay()
    {
        await using var app = await TestApp.Start(o => o.Demo = true);
        await app.SubmitProject("P-1");
        var manager = await app.SignIn(TestApp.Nadia);

        var saved = await manager.Fill(Path, Form("feed", ("version", "0"), ("publishedFacts", "phase")));
        Assert.Equal(HttpStatusCode.SeeOther, saved.Status);
        await app.SubmitProject("P-2", client: "C-2");

        Assert.Empty((await app.Project("P-1")).WithheldFacts);
        Assert.Equal([SharedFact.LastContact, SharedFact.ClientSays, SharedFact.ExpectedDate], (await app.Project("P-2")).WithheldFacts.Order());
        Assert.Contains("Publier : Dernier contact", (await manager.Get("/desk/projects/P-2")).Text, StringComparison.Ordinal);
        Assert.Contains(await app.Audit(null), e => e is { What: "change-settings", Code: "feed.withheldFromStart" });
        var again = (await manager.Get(Path)).Html;
        Assert.Matches("value=\"phase\"[^>]*checked", again);
        Assert.DoesNotMatch("value=\"last-contact\"[^>]*checked", again);
    }

    [Theory]
    [InlineData("dead.example", "n’a pas d’enregistrement MX")]
    [InlineData("silent.example", "Le DNS n’a pas répondu")]
    [InlineData("slow.example", "Le DNS n’a pas répondu")]
    [InlineData("live.example", null)]
    public async Task Reply_domain_that_takes_no_mail_is_named(string domain, string? problem)
    {
        await using var app = await TestApp.Start(o => o.Demo = true);
        await Settings(app).TryWrite(new DepartmentSettings { Mail = new MailSettings { ReplyDomain = domain } }, 0, TestContext.Current.CancellationToken);
        await app.Services.GetRequiredService<CurrentSettings>().Refresh(TestContext.Current.CancellationToken);
        var page = await (await app.SignIn(TestApp.Nadia)).Get(Path);
        Assert.Equal(problem is not null, page.Text.Contains("enregistrement MX", StringComparison.Ordinal));
        Assert.Contains(problem ?? "", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Older_page_changes_nothing()
    {
        await using var app = await TestApp.Start(o => o.Demo = true);
        var manager = await app.SignIn(TestApp.Nadia);
        await manager.Fill(Path, Form("closing-days", ("version", "0"), ("closingDays", "2027-05-07 pont")));
        var second = await manager.Fill(Path, Form("closing-days", ("version", "0"), ("closingDays", "")));
        Assert.Equal(HttpStatusCode.Conflict, second.Status);
        Assert.Single((await Settings(app).Read(TestContext.Current.CancellationToken)).Settings.ClosingDays);
    }

    [Theory]
    [InlineData("department", "departmentPhone", "12", "Le téléphone du service")]
    [InlineData("department", "publicAddress", "http://suivi.exemple.fr", "L’adresse publique")]
    [InlineData("closing-days", "closingDays", "2027-02-30 pont", "ligne 1")]
    [InlineData("mail", "fromAddress", "suivi", "L’adresse d’expédition")]
    [InlineData("mail", "replyDomain", "exemple", "Le domaine de réponse")]
    [InlineData("mail", "smtpHost", "smtp exemple", "Le serveur SMTP")]
    [InlineData("webhook", "webhookTarget", "https://10.0.0.1/hook", "L’adresse du site")]
    [InlineData("webhook", "webhookTarget", "http://www.exemple.fr/hook", "L’adresse du site")]
    [InlineData("webhook", "webhookSecret", "whsec_short", "Le secret")]
    [InlineData("legal", "dataProtectionContact", "dpo", "L’adresse du contact")]
    [InlineData("rotate-key", "overlap", "31", "La durée de validité")]
    public async Task Wrong_field_is_named_and_nothing_is_saved(string form, string field, string value, string named)
    {
        await using var app = await TestApp.Start(o => o.Demo = true);
        var manager = await app.SignIn(TestApp.Nadia);
        var page = await manager.Fill(Path, Form(form, ("version", "0"), ("languages", "french"), ("key", "website"), (field, value)));
        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Contains(named, page.Text, StringComparison.Ordinal);
        Assert.Equal(0, await Settings(app).ReadVersion(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Stored_password_is_asked_for_again_when_the_server_changes()
    {
        await using var app = await TestApp.Start(o => o.Demo = true);
        var manager = await app.SignIn(TestApp.Nadia);
        (string, string)[] server = [("fromAddress", "suivi@exemple.fr"), ("smtpUser", "suivi"), ("smtpSecurity", "tls")];
        await manager.Fill(Path, Form("mail", [("version", "0"), ("smtpHost", "smtp.exemple.fr"), ("smtpPassword", "hunter2"), .. server]));
        var other = await manager.Fill(Path, Form("mail", [("version", "1"), ("smtpHost", "smtp.elsewhere.example"), .. server]));
        Assert.Equal(HttpStatusCode.BadRequest, other.Status);
        Assert.Contains("Le mot de passe est à saisir de nouveau", other.Text, StringComparison.Ordinal);

        var same = await manager.Fill(Path, Form("mail", [("version", "1"), ("smtpHost", "smtp.exemple.fr"), ("smtpPort", "465"), .. server]));
        Assert.Equal(HttpStatusCode.SeeOther, same.Status);
        var page = await manager.Get(Path);
        Assert.DoesNotContain("hunter2", page.Html, StringComparison.Ordinal);
        var stored = (await Settings(app).Read(TestContext.Current.CancellationToken)).Settings.Smtp;
        Assert.Equal("hunter2", app.Services.GetRequiredService<ISecretProtector>().Unprotect(stored.Password!));
    }

    [Fact]
    public async Task New_website_key_is_shown_once()
    {
        await using var app = await TestApp.Start(o => o.Demo = true);
        var manager = await app.SignIn(TestApp.Nadia);
        var keys = app.Services.GetRequiredService<AccessKeys>();
        var old = (await keys.GetOrCreate(AccessKeyKind.Website, TestContext.Current.CancellationToken))!;
        Assert.Contains("La nouvelle clé du site", (await manager.Fill(Path, Form("rotate-key", ("key", "website"), ("overlap", "7")))).Text, StringComparison.Ordinal);
        var key = (await keys.GetOrCreate(AccessKeyKind.Website, TestContext.Current.CancellationToken))!;
        Assert.NotEqual(old, key);
        Assert.DoesNotContain(key, (await manager.Get(Path)).Html, StringComparison.Ordinal);
        Assert.Contains(await app.Audit(null), e => e.What == "rotate-website-key");
    }

    [Fact]
    public async Task Every_mail_and_page_of_a_link_leads_to_the_filled_privacy_notice()
    {
        await using var app = await TestApp.Start(o => o.Demo = true);
        var manager = await app.SignIn(TestApp.Nadia);
        await manager.Fill(Path, Form("legal", ("version", "0"), ("organisation", "Exemple SAS"), ("postalAddress", "1 rue de l’Exemple")));
        var link = await app.CreateRelaunchLink();
        var mail = (await app.AllMails())[0].Mail;
        Assert.Contains("https://suivi.example/privacy?lang=fr", mail.Text, StringComparison.Ordinal);
        Assert.Contains("https://suivi.example/legal?lang=fr", mail.Html, StringComparison.Ordinal);

        var visitor = app.NewBrowser();
        Assert.Contains("href=\"/privacy\"", (await visitor.Get(link)).Html, StringComparison.Ordinal);
        var french = await visitor.Get("/privacy");
        Assert.Contains("Exemple SAS est responsable du traitement", french.Text, StringComparison.Ordinal);
        Assert.Contains("1 rue de l’Exemple", french.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("{", french.Text, StringComparison.Ordinal);
        Assert.Contains("Exemple SAS is the controller", (await visitor.Get("/privacy?lang=en")).Text, StringComparison.Ordinal);
        Assert.Contains("Publisher", (await visitor.Get("/legal?lang=en")).Text, StringComparison.Ordinal);
    }

    static IDepartmentSettings Settings(TestApp app) => app.Services.GetRequiredService<IDepartmentSettings>();

    static Dictionary<string, string> Form(string name, params (string Field, string Value)[] fields)
    {
        var form = new Dictionary<string, string> { ["do"] = name };
        foreach (var (field, value) in fields) form[field] = value;
        return form;
    }
}
