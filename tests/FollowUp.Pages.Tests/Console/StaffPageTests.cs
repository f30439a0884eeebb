using System.Net;
using FollowUp.Application.Ports;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Pages.Tests.Scheduling;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace FollowUp.Pages.Tests.Console;

/// <summary>The pages of staff, absences and calendars.</summary>
public sealed class StaffPageTests
{
    static readonly Dictionary<string, string> Zoe = new()
    {
        ["do"] = "save", ["email"] = "Zoe@Demo.Example", ["name"] = "Zoé Marchand", ["role"] = "coordinator", ["languages"] = "en", ["capacity"] = "",
        ["screenLanguage"] = "en", ["days"] = "monday", ["from1"] = "9:00", ["to1"] = "12:30",
    };

    [Fact]
    public async Task Person_is_added_and_invited_in_their_language()
    {
        await using var app = await TestApp.Start(o => o.Demo = true);
        var nadia = await app.SignIn(TestApp.Nadia);
        Assert.Equal(HttpStatusCode.SeeOther, (await nadia.Fill("/desk/staff/new", new(Zoe))).Status);
        Assert.Contains("Zoé Marchand", (await nadia.Get("/desk/staff")).Text, StringComparison.Ordinal);

        await app.RunDueJobs();
        var mail = Assert.Single(await app.DepartmentMails("invitation"));
        Assert.Equal("zoe@demo.example", mail.To);
        Assert.StartsWith("Welcome to the team", mail.Subject, StringComparison.Ordinal);
        var zoe = (await app.Services.GetRequiredService<IDirectory>().FindStaff("zoe@demo.example", TestContext.Current.CancellationToken))!;
        Assert.Equal(100, zoe.Capacity);
        Assert.Equal(new LocalTime(9, 0), zoe.Hours!.Windows[0].From);
        Assert.Contains("My day", (await (await app.SignIn(zoe)).Get("/desk")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("email", "nobody", "L’adresse mail")]
    [InlineData("email", "camille@demo.example", "Cette adresse est déjà")]
    [InlineData("name", "", "Le nom est obligatoire")]
    [InlineData("role", "boss", "Le rôle")]
    [InlineData("capacity", "many", "La capacité")]
    [InlineData("to1", "8:00", "Les horaires propres")]
    [InlineData("languages", "de", "Le choix des langues")]
    public async Task Wrong_field_is_named_and_nobody_is_added(string field, string value, string error)
    {
        await using var app = await TestApp.Start(o => o.Demo = true);
        var nadia = await app.SignIn(TestApp.Nadia);
        var answer = await nadia.Fill("/desk/staff/new", new(Zoe) { [field] = value });

        Assert.InRange((int)answer.Status, 400, 409);
        Assert.Contains(error, answer.Text, StringComparison.Ordinal);
        Assert.Null(await app.Services.GetRequiredService<IDirectory>().FindStaff("zoe@demo.example", TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Person_is_removed_only_after_a_tick_and_never_the_last_manager()
    {
        await using var app = await TestApp.Start(o => o.Demo = true);
        var nadia = await app.SignIn(TestApp.Nadia);
        var page = await FindPage(nadia, "Yanis Belkacem");
        Assert.Equal(HttpStatusCode.BadRequest, (await nadia.Fill(page, new() { ["do"] = "remove" })).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await nadia.Fill(page, new() { ["do"] = "remove", ["confirm"] = "true" })).Status);
        Assert.DoesNotContain("Yanis", (await nadia.Get("/desk/staff")).Text, StringComparison.Ordinal);

        var own = await FindPage(nadia, "Nadia Rouvière");
        var refused = await nadia.Fill(own, new() { ["do"] = "remove", ["confirm"] = "true" });
        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains("dernier responsable", refused.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Some_projects_are_handed_over_by_the_page()
    {
        await using var app = await TestApp.Start(o => o.Demo = true);
        await app.SubmitProject("P-1");
        await app.SubmitProject("P-2");
        var nadia = await app.SignIn(TestApp.Nadia);
        var page = await FindPage(nadia, "Camille Aubertin");
        Assert.Equal(
            HttpStatusCode.BadRequest, (await nadia.Fill(page, new() { ["do"] = "hand-over", ["to"] = TestApp.Yanis.Id, ["which"] = "some" })).Status);
        Assert.Equal(
            HttpStatusCode.BadRequest,
            (await nadia.Fill(page, new() { ["do"] = "hand-over", ["to"] = TestApp.Simon.Id, ["which"] = "all" })).Status);
        await nadia.Fill(page, new() { ["do"] = "hand-over", ["to"] = TestApp.Yanis.Id, ["which"] = "some", ["projects"] = "P-2" });
        Assert.Contains("un projet", (await nadia.Get("/desk/staff")).Text, StringComparison.Ordinal);
        await app.RunDueJobs();

        Assert.Equal(TestApp.Camille.Id, (await app.Project("P-1")).Coordinator);
        Assert.Equal(TestApp.Yanis.Id, (await app.Project("P-2")).Coordinator);
    }

    [Fact]
    public async Task Coordinators_and_sales_are_refused_with_a_code_and_an_entry_in_the_audit_log()
    {
        await using var app = await TestApp.Start(o => o.Demo = true);
        foreach (var person in new[] { TestApp.Camille, TestApp.Simon })
        {
            var browser = await app.SignIn(person);
            var refused = await browser.Get("/desk/staff");
            Assert.Equal(HttpStatusCode.Forbidden, refused.Status);
            Assert.Contains("managers-only", refused.Text, StringComparison.Ordinal);
            Assert.Contains(await app.Audit(null), entry => entry.By == person.Id && entry is { What: "list-staff", Code: "managers-only" });
        }

        Assert.Equal(HttpStatusCode.Forbidden, (await (await app.SignIn(TestApp.Simon)).Get("/desk/absences")).Status);
    }

    [Fact]
    public async Task Coordinator_enters_a_sudden_absence_of_their_own_and_ends_it()
    {
        await using var app = await TestApp.Start(o => o.Demo = true);
        await app.SubmitProject("P-1");
        var camille = await app.SignIn(TestApp.Camille);
        await camille.Fill("/desk/absences", new() { ["do"] = "enter", ["now"] = "true", ["to"] = "2026-12-04", ["standIn"] = TestApp.Yanis.Id });
        await app.RunDueJobs();
        Assert.Equal(TestApp.Yanis.Id, (await app.Project("P-1")).InCharge);
        Assert.Contains("Un projet à Yanis Belkacem depuis le lun. 23 nov.", (await camille.Get("/desk/absences")).Text, StringComparison.Ordinal);

        await camille.Fill("/desk/absences", new() { ["do"] = "end", ["absence"] = "2026-11-23" });
        await app.RunDueJobs();
        Assert.Equal(TestApp.Camille.Id, (await app.Project("P-1")).InCharge);
    }

    [Fact]
    public async Task Stand_ins_are_proposed_for_the_days_of_the_absence()
    {
        await using var app = await TestApp.Start(o => o.Demo = true);
        await app.SetStaff(TestApp.Yanis with { Absences = [new(new LocalDate(2027, 1, 11), new LocalDate(2027, 1, 15), null)] });
        var camille = await app.SignIn(TestApp.Camille);
        Dictionary<string, string> form = new() { ["do"] = "propose", ["from"] = "2027-01-11", ["to"] = "2027-01-12" };

        var proposed = await camille.Fill("/desk/absences", form);
        Assert.Equal(HttpStatusCode.OK, proposed.Status);
        Assert.Contains("Proposés pour Camille", proposed.Text, StringComparison.Ordinal);
        Assert.Contains("Yanis Belkacem, en absence une partie du temps", proposed.Text, StringComparison.Ordinal);
        Assert.Contains("value=\"2027-01-11\"", proposed.Html, StringComparison.Ordinal);

        form["from"] = "2026-12-01";
        form["to"] = "2026-12-02";
        Assert.DoesNotContain("une partie du temps", (await camille.Fill("/desk/absences", form)).Text, StringComparison.Ordinal);

        form["to"] = "";
        Assert.Contains("Indiquez d’abord", (await camille.Fill("/desk/absences", form)).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("from", "", "Indiquez le premier jour")]
    [InlineData("to", "", "Le dernier jour est obligatoire")]
    [InlineData("to", "2026-11-30", "Le dernier jour")]
    [InlineData("standIn", "simon@demo.example", "Le remplaçant")]
    [InlineData("standIn", "camille@demo.example", "On ne se remplace pas")]
    public async Task Wrong_absence_is_named_by_its_field_and_not_entered(string field, string value, string error)
    {
        await using var app = await TestApp.Start(o => o.Demo = true);
        var camille = await app.SignIn(TestApp.Camille);
        var answer = await camille.Fill("/desk/absences", new()
        {
            ["do"] = "enter", ["from"] = "2026-12-01", ["to"] = "2026-12-04", ["standIn"] = TestApp.Yanis.Id, [field] = value,
        });

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Contains(error, answer.Text, StringComparison.Ordinal);
        Assert.True((await app.Services.GetRequiredService<IDirectory>().FindStaff(TestApp.Camille.Id, TestContext.Current.CancellationToken))!.Absences.IsDefaultOrEmpty);
    }

    [Fact]
    public async Task Coordinator_does_not_change_the_absence_of_a_colleague()
    {
        await using var app = await TestApp.Start(o => o.Demo = true);
        var nadia = await app.SignIn(TestApp.Nadia);
        var key = (await FindPage(nadia, "Yanis Belkacem"))["/desk/staff/".Length..];
        var camille = await app.SignIn(TestApp.Camille);
        var refused = await camille.Fill("/desk/absences", new() { ["do"] = "enter", ["person"] = key, ["now"] = "true", ["to"] = "2026-12-04" });

        Assert.Equal(HttpStatusCode.Forbidden, refused.Status);
        Assert.Contains("managers-only", refused.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Calendar_holds_agreed_calls_and_absences_until_it_is_revoked()
    {
        await using var app = await TestApp.Start(o => o.Demo = true);
        await app.SubmitProject("P-1");
        await app.RecordAsManager("P-1", new RecordCall(CallOutcome.CallBack, app.Now, AgreedAt: app.Now + Duration.FromHours(26)));
        await app.PutStaff(TestApp.Camille with { Absences = [new(new(2026, 12, 21), new(2026, 12, 24), TestApp.Yanis.Id)] });
        var camille = await app.SignIn(TestApp.Camille);
        var page = await camille.Fill("/desk/absences", new() { ["do"] = "calendar" });
        var address = new Uri(System.Text.RegularExpressions.Regex.Match(page.Html, "<code>([^<]+)</code>").Groups[1].Value).AbsolutePath;

        var feed = await app.NewBrowser().Get(address);
        Assert.Equal(HttpStatusCode.OK, feed.Status);
        Assert.Contains("DTSTART:20261124T100000Z", feed.Text, StringComparison.Ordinal);
        Assert.Contains("Refonte du site", feed.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Jeanne", feed.Text, StringComparison.Ordinal);
        Assert.Contains("DTSTART;VALUE=DATE:20261221", feed.Text, StringComparison.Ordinal);
        Assert.Contains("DTEND;VALUE=DATE:20261225", feed.Text, StringComparison.Ordinal);

        await camille.Fill("/desk/absences", new() { ["do"] = "revoke-calendar" });
        Assert.Equal(HttpStatusCode.NotFound, (await app.NewBrowser().Get(address)).Status);
    }

    static async Task<string> FindPage(Browser browser, string name) => System.Text.RegularExpressions.Regex.Match(
        (await browser.Get("/desk/staff")).Html, $"href=\"(/desk/staff/[0-9a-f]{{8}})\">{name}").Groups[1].Value;
}
