using System.Collections.Immutable;
using System.Net;
using FollowUp.Application.Ports;
using FollowUp.Domain.Cadences;
using FollowUp.Domain.Text;
using FollowUp.Web.Console.Cadences;
using Microsoft.Extensions.DependencyInjection;

namespace FollowUp.Pages.Tests.Console;

/// <summary>The page of the cadence.</summary>
public sealed class CadencePageTests
{
    const string Address = "/desk/cadence";

    [Fact]
    public async Task Change_is_compared_saved_with_its_reason_and_listed()
    {
        await using var app = await TestApp.Start(o => o.Demo = true);
        var nadia = await app.SignIn(TestApp.Nadia);
        Dictionary<string, string> fields = new() { ["company.relaunch.delays"] = "3, 5, 10", ["company.calls.windows"] = "9h-12h30, 14h–18h" };
        var compared = await Fill(nadia, new(fields) { ["do"] = "compare" });
        Assert.Equal(HttpStatusCode.OK, compared.Status);
        Assert.Contains("3, 5, 10 jours, au lieu de 3, 7, 14, 30 jours", compared.Text, StringComparison.Ordinal);
        Assert.Contains("de 09:00 à 12:30 et de 14:00 à 18:00", compared.Text, StringComparison.Ordinal);
        Assert.Single(await Revisions(app));

        Assert.Equal(HttpStatusCode.SeeOther, (await Fill(nadia, new(fields) { ["do"] = "save", ["reason"] = "Des clients pressés" })).Status);

        var saved = (await Revisions(app))[^1];
        Assert.Equal((2, TestApp.Nadia.Id, "Des clients pressés", app.Now), (saved.Cadence.Version, saved.By, saved.Reason, saved.At!.Value));
        Assert.Equal([3, 5, 10], saved.Cadence.Company.Relaunch.Delays);
        Assert.Equal(4, saved.Cadence.Person.Cap!.Calls);
        Assert.Contains("Des clients pressés", (await nadia.Get(Address)).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("company.relaunch.delays", "0, 7", "Entreprises, délais des premières relances")]
    [InlineData("company.validation.mailAfter", "1, 3", "Entreprises, essais suivis d’un mail")]
    [InlineData("person.calls.windows", "09:00-13:00", "Particuliers, heures d’appel")]
    [InlineData("person.cap.calls", "", "Particuliers, plafond")]
    [InlineData("company.calls.windows", "matin", "Entreprises, heures d’appel")]
    [InlineData("company.relaunch.channels", "pigeon", "Entreprises, moyens")]
    [InlineData("consentMonths", "x", "Particuliers, validité du consentement")]
    [InlineData("reason", "", "Dites pourquoi")]
    public async Task Wrong_field_is_named_and_nothing_is_saved(string field, string value, string error)
    {
        await using var app = await TestApp.Start(o => o.Demo = true);
        var nadia = await app.SignIn(TestApp.Nadia);
        var answer = await Fill(nadia, new() { ["company.relaunch.thenEvery"] = "60", ["reason"] = "Essai", ["do"] = "save", [field] = value });

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Contains(error, answer.Text, StringComparison.Ordinal);
        Assert.Contains($"id=\"{field}-error\"", answer.Html, StringComparison.Ordinal);
        Assert.Single(await Revisions(app));
    }

    [Fact]
    public async Task Save_over_a_version_that_was_not_seen_is_refused()
    {
        await using var app = await TestApp.Start(o => o.Demo = true);
        var nadia = await app.SignIn(TestApp.Nadia);
        await Fill(nadia, new() { ["company.relaunch.thenEvery"] = "60", ["reason"] = "Un", ["do"] = "save" });

        var refused = await Fill(nadia, new() { ["company.relaunch.thenEvery"] = "45", ["reason"] = "Deux", ["do"] = "save" });

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains("45 jours, au lieu de 60 jours", refused.Text, StringComparison.Ordinal);
        Assert.Equal(2, (await Revisions(app)).Length);
    }

    [Fact]
    public async Task Categories_without_relaunches_are_compared_saved_and_in_the_form_again()
    {
        await using var app = await TestApp.Start(o => o.Demo = true);
        var nadia = await app.SignIn(TestApp.Nadia);
        Dictionary<string, string> categories = new() { ["consumersNotRelaunched"] = "panneaux-solaires, isolation" };

        Assert.Contains("catégories sans relance : panneaux-solaires, isolation", (await Fill(nadia, new(categories) { ["do"] = "compare" })).Text, StringComparison.Ordinal);
        await Fill(nadia, new(categories) { ["do"] = "save", ["reason"] = "Nos codes" });

        Assert.Equal(["panneaux-solaires", "isolation"], (await Revisions(app))[^1].Cadence.ConsumersNotRelaunched);
        Assert.Contains(">panneaux-solaires, isolation</textarea>", (await nadia.Get(Address)).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Old_version_comes_back_as_a_new_one()
    {
        await using var app = await TestApp.Start(o => o.Demo = true);
        var nadia = await app.SignIn(TestApp.Nadia);
        await Fill(nadia, new() { ["company.relaunch.thenEvery"] = "60", ["reason"] = "Un", ["do"] = "save" });
        var shown = await nadia.Fill(Address, new() { ["do"] = "restore", ["of"] = "1" });
        Assert.Contains("30 jours, au lieu de 60 jours", shown.Text, StringComparison.Ordinal);
        Assert.Contains("Retour à la version 1", shown.Text, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.SeeOther, (await Fill(nadia, new() { ["reason"] = "Retour", ["do"] = "save", ["version"] = "2" })).Status);
        Assert.Equal([30, 60, 30], (await Revisions(app)).Select(r => r.Cadence.Company.Relaunch.ThenEvery));
    }

    [Fact]
    public async Task Document_is_exported_and_imported_into_the_form()
    {
        await using var app = await TestApp.Start(o => o.Demo = true);
        var nadia = await app.SignIn(TestApp.Nadia);
        var document = (await nadia.Get($"{Address}/document")).Text;

        var imported = await nadia.Fill(Address, new() { ["do"] = "import", ["document"] = document.Replace("\"thenEvery\": 30", "\"thenEvery\": 77", StringComparison.Ordinal) });
        Assert.Contains("77 jours, au lieu de 30 jours", imported.Text, StringComparison.Ordinal);

        var wrong = await nadia.Fill(Address, new() { ["do"] = "import", ["document"] = document.Replace("\"thenEvery\"", "\"never\"", StringComparison.Ordinal) });
        Assert.Equal(HttpStatusCode.BadRequest, wrong.Status);
        Assert.Contains("company.relaunch.never", wrong.Text, StringComparison.Ordinal);
        Assert.Single(await Revisions(app));
    }

    [Fact]
    public async Task Coordinators_and_sales_find_no_entry_and_are_refused_and_audited()
    {
        await using var app = await TestApp.Start(o => o.Demo = true);
        foreach (var person in new[] { TestApp.Camille, TestApp.Simon })
        {
            var browser = await app.SignIn(person);
            Assert.DoesNotContain(Address, (await browser.Get("/desk/providers")).Text, StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.Forbidden, (await browser.Get(Address)).Status);
            Assert.Equal(HttpStatusCode.Forbidden, (await browser.Get($"{Address}/document")).Status);
            Assert.Equal(HttpStatusCode.Forbidden, (await browser.Post(Address, new() { ["do"] = "save" })).Status);
            Assert.Equal(
                ["export-cadence", "put-cadence", "read-cadence"],
                (await app.Audit(null)).Where(entry => entry.By == person.Id && entry.Code == "managers-only").Select(entry => entry.What).Order());
        }
    }

    /// <summary>Posts the form of version 1 with some values replaced.</summary>
    internal static async Task<Browser.Page> Fill(Browser browser, Dictionary<string, string> changed)
    {
        var shown = await browser.Get(Address);
        var values = CadenceInput.ToValues(DefaultCadence.Initial, Language.French).Where(field => !changed.ContainsKey(field.Key))
            .SelectMany(field => field.Value, (field, value) => KeyValuePair.Create(field.Key, value!))
            .Concat(changed)
            .Append(new("__RequestVerificationToken", shown.FormToken));
        if (!changed.ContainsKey("version")) values = values.Append(new("version", "1"));
        return await browser.Send(HttpMethod.Post, Address, new FormUrlEncodedContent(values));
    }

    static async Task<ImmutableArray<CadenceRevision>> Revisions(TestApp app) =>
        await app.Services.GetRequiredService<IDirectory>().CadenceRevisions(TestContext.Current.CancellationToken);
}
