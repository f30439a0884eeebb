using System.Net;
using FollowUp.Application.Ports;
using Microsoft.Extensions.DependencyInjection;

namespace FollowUp.Pages.Tests.Console;

/// <summary>The page of the audit log.</summary>
public sealed class AuditPageTests
{
    const string Address = "/desk/audit";

    [Fact]
    public async Task Entries_are_filtered_by_category_person_and_day()
    {
        await using var app = await TestApp.Start(o => o.Demo = true);
        await (await app.SignIn(TestApp.Camille)).Get("/desk/staff");
        await (await app.SignIn(TestApp.Simon)).Get("/desk/settings");
        var nadia = await app.SignIn(TestApp.Nadia);

        var all = (await nadia.Get(Address)).Text;
        Assert.Contains("Voir l’équipe", all, StringComparison.Ordinal);
        Assert.Contains("Voir les réglages", all, StringComparison.Ordinal);
        var refusals = (await nadia.Get($"{Address}?category=refusals&person={TestApp.Camille.Id}")).Text;
        Assert.Contains("Voir l’équipe", refusals, StringComparison.Ordinal);
        Assert.Contains("Refusé : réservé aux responsables", refusals, StringComparison.Ordinal);
        Assert.DoesNotContain("Voir les réglages", refusals, StringComparison.Ordinal);
        Assert.DoesNotContain("Se connecter", refusals, StringComparison.Ordinal);
        Assert.Contains("Aucune entrée", (await nadia.Get($"{Address}?to=2026-11-22")).Text, StringComparison.Ordinal);
        Assert.Contains("Aucune entrée", (await nadia.Get($"{Address}?from=2026-11-24")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Command_line_is_named_with_whom_it_was_about_and_is_filtered_by()
    {
        await using var app = await TestApp.Start(o => o.Demo = true);
        await app.Services.GetRequiredService<IAuditLog>().Write(
            new AuditEntry(app.Now, null, AuditActors.CommandLine, AuditActors.CommandLine, "make-token", TestApp.Camille.Id), TestContext.Current.CancellationToken);
        var nadia = await app.SignIn(TestApp.Nadia);

        var page = (await nadia.Get($"{Address}?person=command-line&category=settings")).Text;

        Assert.Contains("Ligne de commande", page, StringComparison.Ordinal);
        Assert.Contains("Créer un jeton Fait : Camille Aubertin", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Se connecter", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Export_holds_what_the_filter_shows_and_is_audited_itself()
    {
        await using var app = await TestApp.Start(o => o.Demo = true);
        await (await app.SignIn(TestApp.Camille)).Get("/desk/staff");
        var nadia = await app.SignIn(TestApp.Nadia);

        var export = await nadia.Get($"{Address}/export?category=refusals");

        Assert.Equal("text/csv; charset=utf-8", export.Headers["Content-Type"]);
        Assert.Equal(
            ["\"quand\";\"qui\";\"nom\";\"rôle\";\"quoi\";\"résultat\";\"projet\"",
             "\"2026-11-23T08:00:00Z\";\"camille@demo.example\";\"Camille Aubertin\";\"coordinator\";\"list-staff\";\"managers-only\";\"\""],
            export.Html.TrimStart('\ufeff').Split("\r\n", StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains(await app.Audit(null), entry => entry is { What: "export-audit", Code: "done" });
    }

    [Fact]
    public async Task Coordinators_and_sales_are_refused_and_audited()
    {
        await using var app = await TestApp.Start(o => o.Demo = true);
        foreach (var person in new[] { TestApp.Camille, TestApp.Simon })
        {
            var browser = await app.SignIn(person);
            Assert.Equal(HttpStatusCode.Forbidden, (await browser.Get(Address)).Status);
            Assert.Equal(HttpStatusCode.Forbidden, (await browser.Get($"{Address}/export")).Status);
            Assert.Equal(
                ["export-audit", "read-audit"],
                (await app.Audit(null)).Where(entry => entry.By == person.Id && entry.Code == "managers-only").Select(entry => entry.What).Order());
        }
    }
}
