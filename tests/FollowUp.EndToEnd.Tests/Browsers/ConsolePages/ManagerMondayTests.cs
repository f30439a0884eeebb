using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FollowUp.EndToEnd.Tests.Browsers.ConsolePages;

/// <summary>A manager's Monday in a browser, in French on a desk and in English on a phone; axe finds nothing on its pages.</summary>
public sealed class ManagerMondayTests
{
    [Fact]
    public async Task A_manager_reads_the_board_changes_the_cadence_and_answers_a_complaint()
    {
        await using var browser = await PlaywrightBrowser.Start();
        await using var host = await HostProcess.StartSampleDemo();
        var page = await browser.OpenPage(1440, 900);
        await page.SignIn(host, ConsoleScenario.Nadia);

        // From the board to a project behind a figure.
        await page.Locator(".manager-menu summary").ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Tableau de bord" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Tableau de bord", Level = 1 })).ToBeVisibleAsync();
        Assert.Empty(await Accessibility.FindViolations(page));
        await page.Locator("section[aria-labelledby=path] td a").First.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Projets déposés" })).ToBeVisibleAsync();
        await page.Locator("main table a").First.ClickAsync();
        await page.WaitForAddress("/desk/projects/");

        // An export.
        await page.GotoAsync($"{host.Address}desk/board");
        var download = await page.RunAndWaitForDownloadAsync(() => page.Locator("section[aria-labelledby=relaunches] .export a, section[aria-labelledby=path] .export a").First.ClickAsync());
        Assert.Matches("^board-.*\\.csv$", download.SuggestedFilename);

        // A change of the cadence with its difference in words.
        await page.GotoAsync($"{host.Address}desk/cadence");
        var delays = page.Locator("input[name='company.relaunch.delays']");
        await delays.FillAsync((await delays.InputValueAsync()).Replace("3", "4", StringComparison.Ordinal));
        await page.Locator("#reason").FillAsync("Trois jours, c’est trop tôt");
        await page.Locator("button[value=compare]").ClickAsync();
        await Expect(page.Locator("#what-changes li")).Not.ToHaveCountAsync(0);
        await page.Locator("button[value=save]").ClickAsync();
        await Expect(page.Locator(".versions")).ToContainTextAsync("Trois jours, c’est trop tôt");

        // An absence.
        await page.GotoAsync($"{host.Address}desk/absences");
        await page.Locator("#person").SelectOptionAsync(new SelectOptionValue { Label = "Camille Aubertin" });
        await page.Locator("#from").FillAsync("2030-01-07");
        await page.Locator("#to").FillAsync("2030-01-11");
        await page.Locator("button[value=enter]").ClickAsync();
        await Expect(page.Locator(".field-error, .form-error")).ToHaveCountAsync(0);
        await page.GotoAsync($"{host.Address}desk/absences?month=2030-01");
        await Expect(page.Locator("main")).ToContainTextAsync("Camille Aubertin");
        Assert.Empty(await Accessibility.FindViolations(page));

        // A complaint from its arrival to its answer.
        host.WebsiteClient.DefaultRequestHeaders.Add("x-functions-key", await host.RunCommand("key"));
        var (status, _) = await host.Post(host.WebsiteClient, "/api/complaints", new JsonObject
        {
            ["from"] = new JsonObject { ["kind"] = "provider", ["id"] = "PR-1" }, ["project"] = "P-2031", ["text"] = "Personne ne me dit où en est ce projet.",
        });
        Assert.Equal(HttpStatusCode.Created, status);
        await page.GotoAsync($"{host.Address}desk/complaints");
        await page.Locator("section[aria-labelledby=open] a").First.ClickAsync();
        await page.Locator("#cause").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        var answer = page.Locator("textarea[name=text]");
        await answer.FillAsync((await answer.InputValueAsync()).Replace("[Votre réponse sur le fond]", "Votre devis a été lu hier.", StringComparison.Ordinal));
        await page.GetByRole(AriaRole.Button, new() { Name = "Envoyer la réponse" }).ClickAsync();
        await Expect(page.Locator("main")).ToContainTextAsync("Répondue");

        // An erasure with its report.
        await page.GotoAsync($"{host.Address}desk/persons");
        await page.Locator("#text").FillAsync("P-2031");
        await page.GetByRole(AriaRole.Button, new() { Name = "Chercher" }).ClickAsync();
        await page.Locator("main a[href^='/desk/persons/']").First.ClickAsync();
        Assert.Empty(await Accessibility.FindViolations(page));
        await page.Locator("#client").FillAsync("C-2031");
        await page.GetByRole(AriaRole.Button, new() { Name = "Effacer définitivement" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Personne effacée", Level = 1 })).ToBeVisibleAsync();

        // The same pages on a phone, in English.
        var phone = await browser.OpenPage(390, 844, isPhone: true);
        await phone.SignIn(host, ConsoleScenario.Nadia);
        foreach (var (path, title) in new[] { ("desk/board", "Board"), ("desk/board/projects?figure=submitted", "Projects posted"), ("desk/complaints", "Complaints"), ("desk/persons/C-2031", "Erased person"),
            ("desk/absences?month=2030-01", "Absences") })
        {
            await phone.GotoAsync($"{host.Address}{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}lang=en");
            await Expect(phone.GetByRole(AriaRole.Heading, new() { Name = title, Level = 1 })).ToBeVisibleAsync();
            Assert.True(await phone.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), path);
            Assert.Empty(await Accessibility.FindViolations(phone));
        }
    }
}
