using FollowUp.Application.Persons;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Text;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace FollowUp.Pages.Tests.Console;

public sealed class DayPageTests
{
    static async Task<TestApp> Open() => await TestApp.Start(o => o.Demo = true);

    [Fact]
    public async Task Day_page_shows_the_calls_of_today()
    {
        await using var app = await Open();
        await app.SubmitProject();
        var browser = await app.SignIn(TestApp.Camille);

        var day = await browser.Get("/desk");

        Assert.Contains("Aujourd’hui", day.Text, StringComparison.Ordinal);
        Assert.Contains("Refonte du site", day.Text, StringComparison.Ordinal);
        Assert.Contains("Jeanne Martin, Atelier Martin", day.Text, StringComparison.Ordinal);
        Assert.Contains("1re tentative sur 6", day.Text, StringComparison.Ordinal);
        Assert.Contains("href=\"tel:+33199001234\"", day.Html.Replace("&#x2B;", "+", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_manager_is_told_of_projects_in_a_language_that_no_coordinator_speaks()
    {
        await using var app = await Open();
        await app.PutStaff(TestApp.Camille with { Languages = [Language.French] });
        await app.SubmitProject("P-1", Language.English);
        await app.SubmitProject("P-2");
        var browser = await app.SignIn(TestApp.Nadia);

        Assert.Contains("Un projet ouvert est en anglais", (await browser.Get("/desk")).Text, StringComparison.Ordinal);

        await app.PutStaff(TestApp.Camille);
        Assert.DoesNotContain("est en anglais", (await browser.Get("/desk")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Missed_call_is_overdue()
    {
        await using var app = await Open();
        await app.SubmitProject();
        await app.AdvanceTime(Duration.FromHours(3));
        var browser = await app.SignIn(TestApp.Camille);

        var day = await browser.Get("/desk");

        Assert.Contains("En retard", day.Text, StringComparison.Ordinal);
        Assert.Contains("2 h de retard", day.Text, StringComparison.Ordinal);
    }

    /// <summary>A person has one id of the website, or several that staff joined.</summary>
    [Theory]
    [InlineData("C-a")]
    [InlineData("C-c")]
    public async Task Projects_of_one_person_stand_together_as_one_call(string secondId)
    {
        await using var app = await Open();
        await app.SubmitProject("P-1", title: "Refonte du site", client: "C-a");
        await app.AdvanceTime(Duration.FromMinutes(1));
        await app.SubmitProject("P-2", title: "Logo", client: "C-b");
        await app.AdvanceTime(Duration.FromMinutes(1));
        await app.SubmitProject("P-3", title: "Boutique", client: secondId);
        if (secondId != "C-a")
        {
            await app.Services.GetRequiredService<PersonCommands>().Join(["C-a", secondId], new Actor(Role.Manager, TestApp.Nadia.Id), TestContext.Current.CancellationToken);
        }

        await app.AdvanceTime(Duration.FromHours(3));
        var day = (await (await app.SignIn(TestApp.Camille)).Get("/desk")).Text;

        var (first, second, other) = (day.IndexOf("Refonte du site", StringComparison.Ordinal), day.IndexOf("Boutique", StringComparison.Ordinal), day.IndexOf("Logo", StringComparison.Ordinal));
        Assert.True(first < second && second < other, day);
        Assert.Contains("Un seul appel pour les 2 projets de ce client", day, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Manager_sees_the_day_of_everybody_or_of_one_coordinator()
    {
        await using var app = await Open();
        await app.SubmitProject();
        var yanis = await app.SignIn(TestApp.Yanis);
        var nadia = await app.SignIn(TestApp.Nadia);

        Assert.DoesNotContain("Refonte du site", (await yanis.Get("/desk")).Text, StringComparison.Ordinal);
        var everybody = await nadia.Get("/desk");
        Assert.Contains("Refonte du site", everybody.Text, StringComparison.Ordinal);
        Assert.Contains("Camille Aubertin", everybody.Text, StringComparison.Ordinal);
        var tabs = everybody.Html.Split("href=\"/desk?staff=").Skip(1).Select(t => t.Split('"')[0]).ToArray();
        Assert.Equal(2, tabs.Length);
        Assert.All(tabs, tab => Assert.DoesNotContain("@", tab, StringComparison.Ordinal));
        var counts = new List<bool>();
        foreach (var tab in tabs)
        {
            counts.Add((await nadia.Get("/desk?staff=" + tab)).Text.Contains("Refonte du site", StringComparison.Ordinal));
        }

        Assert.Single(counts, found => found);
    }

    [Fact]
    public async Task Calls_are_told_from_mails_that_leave_by_themselves()
    {
        await using var app = await Open();
        await app.CreateProjectInFollowUp();
        await app.SubmitProject("P-2", client: "C-2");
        await app.Record("P-2", new RecordCall(CallOutcome.NoAnswer, app.Now), new Actor(Role.Coordinator, TestApp.Camille.Id));
        await app.AdvanceTime(Duration.FromDays(1) - Duration.FromHours(20));
        var browser = await app.SignIn(TestApp.Camille);

        var day = await browser.Get("/desk");

        Assert.Contains("Automatique, ou en attente du client 1", day.Text, StringComparison.Ordinal);
        Assert.Contains("<details data-keep=\"automatic\">", day.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missed_appointment_comes_first_with_a_sentence_to_say()
    {
        await using var app = await Open();
        await app.SubmitProject("P-1", title: "Refonte du site");
        await app.SubmitProject("P-2", title: "Boutique en ligne", client: "C-2");
        await app.AdvanceTime(Duration.FromHours(2));
        await app.Record("P-2", new RecordCall(CallOutcome.CallBack, app.Now, AgreedAt: app.Now + Duration.FromMinutes(30)), new Actor(Role.Coordinator, TestApp.Camille.Id));
        var browser = await app.SignIn(TestApp.Camille);

        // After an hour the client gets the excuse, and the call stays first.
        for (var hour = 1; hour <= 2; hour++)
        {
            await app.AdvanceTime(Duration.FromHours(1));
            var day = (await browser.Get("/desk")).Text;
            Assert.Contains("Rendez-vous manqué.", day, StringComparison.Ordinal);
            Assert.True(day.IndexOf("Boutique en ligne", StringComparison.Ordinal) < day.IndexOf("Refonte du site", StringComparison.Ordinal));
            Assert.DoesNotContain("Refonte du site", (await browser.Get("/desk/call")).Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_day_is_narrowed_by_language_kind_of_client_and_phase()
    {
        await using var app = await Open();
        await app.SubmitProject("P-1", title: "Refonte du site");
        await app.SubmitProject("P-2", Language.English, "A shop", "C-2");
        var browser = await app.SignIn(TestApp.Camille);

        var english = await browser.Get("/desk?speaks=en&client=company&phase=awaiting-validation");

        Assert.Contains("A shop", english.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Refonte du site", english.Text, StringComparison.Ordinal);
        Assert.Contains("2 projets ouverts", english.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("A shop", (await browser.Get("/desk?client=person")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("A shop", (await browser.Get("/desk?phase=dormant")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_section_of_more_than_sixty_rows_goes_on_over_pages()
    {
        await using var app = await Open();
        for (var i = 1; i <= 62; i++)
        {
            await app.SubmitProject($"P-{i}", title: $"Projet {i:000}.", client: $"C-{i}");
        }

        var browser = await app.SignIn(TestApp.Nadia);
        var day = await browser.Get("/desk");
        Assert.DoesNotContain("Projet 061.", day.Text, StringComparison.Ordinal);
        Assert.Contains("href=\"/desk?section=today&amp;page=2\"", day.Html, StringComparison.Ordinal);

        var second = await browser.Get("/desk?section=today&page=2");

        Assert.Contains("Projet 062.", second.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Projet 001.", second.Text, StringComparison.Ordinal);
        Assert.Contains("page 2 sur 2", second.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Single_key_shortcuts_are_switched_off_in_the_preferences()
    {
        await using var app = await Open();
        var browser = await app.SignIn(TestApp.Camille);
        Assert.Contains("data-keys=\"on\"", (await browser.Get("/desk")).Html, StringComparison.Ordinal);

        await browser.Fill("/desk/preferences", new() { ["sound"] = "true" });

        var day = (await browser.Get("/desk")).Html;
        Assert.Contains("data-keys=\"off\"", day, StringComparison.Ordinal);
        Assert.Contains("data-sound=\"on\"", day, StringComparison.Ordinal);
        Assert.DoesNotContain("keys-help", day, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Language_switch_is_remembered()
    {
        await using var app = await Open();
        await app.SubmitProject();
        var browser = await app.SignIn(TestApp.Camille);

        Assert.Contains("Ma journée", (await browser.Get("/desk")).Text, StringComparison.Ordinal);
        Assert.Contains("My day", (await browser.Get("/desk?lang=en")).Text, StringComparison.Ordinal);
        Assert.Contains("My day", (await browser.Get("/desk")).Text, StringComparison.Ordinal);
    }
}
