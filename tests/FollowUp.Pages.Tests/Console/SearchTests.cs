using System.Net;
using FollowUp.Application.People;
using FollowUp.Application.Ports;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Commands;
using Microsoft.Extensions.DependencyInjection;

namespace FollowUp.Pages.Tests.Console;

public sealed class SearchTests
{
    [Fact]
    public async Task Language_switch_keeps_the_search()
    {
        await using var app = await TestApp.Start(o => o.Demo = true);
        await app.CreateProjectInFollowUp();
        var browser = await app.SignIn(TestApp.Camille);

        var list = await browser.Get("/desk/search?s=0123&phase=in-follow-up&lang=fr&done=x");
        var signIn = await app.NewBrowser().Get("/desk/sign-in?project=P-1%26x");

        Assert.Contains("href=\"?s=0123&amp;phase=in-follow-up&amp;lang=en\" lang=\"en\"", list.Html, StringComparison.Ordinal);
        Assert.Contains("href=\"?project=P-1%26x&amp;lang=en\"", signIn.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("%EF%BF%BE")]
    [InlineData("x%EF%BF%BFx")]
    [InlineData("%ED%A0%80")]
    [InlineData("%00")]
    public async Task Invalid_characters_find_nothing(string query)
    {
        await using var app = await TestApp.Start(o => o.Demo = true);
        await app.CreateProjectInFollowUp();
        var browser = await app.SignIn(TestApp.Camille);
        var cut = new string('a', 199) + "%F0%9F%98%80";

        Assert.Equal(HttpStatusCode.OK, (await browser.Get("/desk/search?q=" + query)).Status);
        Assert.Equal(HttpStatusCode.OK, (await browser.Get("/desk/search?q=" + cut)).Status);
    }

    [Theory]
    [InlineData("é")]
    [InlineData("\"")]
    [InlineData("\u0001")]
    [InlineData("ㄱ")]
    public async Task Newest_search_is_remembered_after_long_ones(string letter)
    {
        await using var app = await TestApp.Start(o => o.Demo = true);
        await app.CreateProjectInFollowUp();
        var browser = await app.SignIn(TestApp.Camille);
        for (var i = 0; i < 9; i++)
        {
            var text = $"{i}{string.Concat(Enumerable.Repeat(letter, 199))}";

            var list = (await browser.Fill("/desk/search", new() { ["q"] = text })).Location;

            Assert.Contains($"value=\"{text}\"", WebUtility.HtmlDecode((await browser.Get(list)).Html), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Sales_see_who_is_in_charge_and_no_client_data()
    {
        await using var app = await TestApp.Start(o => o.Demo = true);
        await app.CreateProjectInFollowUp();

        var sales = await (await app.SignIn(TestApp.Simon)).Get("/desk/search");
        var camille = await (await app.SignIn(TestApp.Camille)).Get("/desk/search");

        Assert.Contains("Refonte du site", sales.Text, StringComparison.Ordinal);
        Assert.Contains("P-1 · Camille Aubertin", sales.Text, StringComparison.Ordinal);
        foreach (var personal in new[] { "Jeanne Martin", "Atelier Martin", "01 99 00 12 34" })
        {
            Assert.DoesNotContain(personal, sales.Text, StringComparison.Ordinal);
            Assert.Contains(personal, camille.Text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("Jeanne")]
    [InlineData("Atelier Martin")]
    [InlineData("jeanne@martin.example")]
    [InlineData("01 99 00 12 34")]
    [InlineData("+33199001234")]
    [InlineData("Refonte Martin")]
    public async Task Sales_find_no_project_by_its_client(string words)
    {
        await using var app = await TestApp.Start(o => o.Demo = true);
        await app.CreateProjectInFollowUp();

        Assert.Contains("Aucun projet", await Search(app, TestApp.Simon, words), StringComparison.Ordinal);
        Assert.Contains("Refonte du site", await Search(app, TestApp.Camille, words), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("refonte")]
    [InlineData("P-1")]
    [InlineData("PR-1")]
    [InlineData("hirondelle studio")]
    public async Task Sales_find_projects_by_title_number_and_provider(string words)
    {
        await using var app = await TestApp.Start(o => o.Demo = true);
        await app.CreateProjectInFollowUp();
        await app.SubmitProject("Q-7", title: "Vidéo de présentation");

        var found = await Search(app, TestApp.Simon, words);

        Assert.Contains("Refonte du site", found, StringComparison.Ordinal);
        Assert.DoesNotContain("Vidéo", found, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Searches_are_limited_and_audited_without_their_words()
    {
        await using var app = await TestApp.Start(o => o.Demo = true);
        await app.CreateProjectInFollowUp();
        var browser = await app.SignIn(TestApp.Simon);
        for (var i = 0; i < 60; i++)
        {
            Assert.Equal(HttpStatusCode.OK, (await browser.Get("/desk/search?q=Jeanne")).Status);
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, (await browser.Get("/desk/search?q=Jeanne")).Status);
        Assert.Equal(HttpStatusCode.OK, (await browser.Get("/desk/search")).Status);
        Assert.Equal(HttpStatusCode.OK, (await (await app.SignIn(TestApp.Camille)).Get("/desk/search?q=Jeanne")).Status);
        var entries = (await app.Audit(null)).Where(entry => entry.What == "search" && entry.By == TestApp.Simon.Id).ToArray();
        Assert.Equal(60, entries.Count(entry => entry.Code == "read"));
        Assert.Single(entries, entry => entry.Code == "too-many-requests");
        Assert.DoesNotContain(entries, entry => entry.ToString().Contains("Jeanne", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_list_is_narrowed_by_reason_provider_and_day()
    {
        await using var app = await TestApp.Start(o => o.Demo = true);
        await app.CreateProjectInFollowUp();
        await app.SubmitProject("P-2", title: "Boutique en ligne", client: "C-2");
        await app.RecordAsManager("P-2", new Close(Outcome.Dead(DeathReason.Duplicate)));
        var camille = await app.SignIn(TestApp.Camille);

        async Task<(bool First, bool Second)> Find(string query)
        {
            var text = (await camille.Get("/desk/search?" + query)).Text;
            return (text.Contains("Refonte du site", StringComparison.Ordinal), text.Contains("Boutique en ligne", StringComparison.Ordinal));
        }

        Assert.Equal((false, true), await Find("reason=duplicate"));
        Assert.Equal((true, false), await Find("provider=PR-1"));
        Assert.Equal((true, false), await Find("q=hirondelle"));
        Assert.Equal((true, true), await Find("from=2026-11-23&to=2026-11-23"));
        Assert.Equal((false, false), await Find("from=2026-11-24"));
        Assert.Contains("« gestern » n’en est pas une", (await camille.Get("/desk/search?from=gestern")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_is_sorted()
    {
        await using var app = await TestApp.Start(o => o.Demo = true);
        await app.SubmitProject("P-1", title: "Zéphyr");
        await app.SubmitProject("P-2", title: "Élan", client: "C-2");
        var camille = await app.SignIn(TestApp.Camille);

        var byTitle = (await camille.Get("/desk/search?sort=title")).Text;

        Assert.True(byTitle.IndexOf("Élan", StringComparison.Ordinal) < byTitle.IndexOf("Zéphyr", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_list_is_saved_as_a_view_without_its_words_and_removed_again()
    {
        await using var app = await TestApp.Start(o => o.Demo = true);
        await app.CreateProjectInFollowUp();
        var camille = await app.SignIn(TestApp.Camille);

        var saved = await camille.Fill("/desk/search?q=Jeanne&phase=in-follow-up", new() { ["name"] = "En suivi", ["phase"] = "in-follow-up", ["q"] = "Jeanne" }, to: "/desk/search/views");
        var page = await camille.Get(saved.Location);

        Assert.Equal("/desk/search?phase=in-follow-up", saved.Location);
        Assert.Contains("href=\"/desk/search?phase=in-follow-up\" aria-current=\"page\">En suivi", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("En suivi</a>", (await (await app.SignIn(TestApp.Yanis)).Get("/desk/search")).Html, StringComparison.Ordinal);
        var id = page.Html.Split("name=\"remove\" value=\"")[1].Split('"')[0];

        await camille.Fill("/desk/search", new() { ["remove"] = id }, to: "/desk/search/views");

        Assert.DoesNotContain("En suivi</a>", (await camille.Get("/desk/search")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_view_too_many_is_refused_with_its_name_kept_and_all_go_when_the_person_leaves()
    {
        await using var app = await TestApp.Start(o => o.Demo = true);
        var yanis = await app.SignIn(TestApp.Yanis);
        for (var i = 1; i <= 20; i++)
        {
            Assert.Equal(HttpStatusCode.SeeOther, (await yanis.Fill("/desk/search", new() { ["name"] = $"Vue {i}", ["phase"] = "dormant" }, to: "/desk/search/views")).Status);
        }

        var refused = await yanis.Fill("/desk/search", new() { ["name"] = "Vue 21", ["phase"] = "won" }, to: "/desk/search/views");
        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains("Vous avez déjà 20 vues", refused.Text, StringComparison.Ordinal);
        Assert.Contains("value=\"Vue 21\"", refused.Html, StringComparison.Ordinal);

        var settings = app.Services.GetRequiredService<IKeyValueStore>();
        Assert.Equal(20, (await settings.List("saved-view:", TestContext.Current.CancellationToken)).Length);
        await app.Services.GetRequiredService<StaffAdministration>().Remove(TestApp.Yanis.Id, TestContext.Current.CancellationToken);
        Assert.Empty(await settings.List("saved-view:", TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task An_export_opens_in_a_French_spreadsheet()
    {
        await using var app = await TestApp.Start(o => o.Demo = true);
        await app.CreateProjectInFollowUp();
        await app.SubmitProject("P-2", title: "=HYPERLINK(\"x\")", client: "C-2");
        await app.RecordAsManager("P-1", new Close(Outcome.Won("PR-1", 4200.5m)));
        var camille = await app.SignIn(TestApp.Camille);

        var file = await camille.Get("/desk/search.csv");

        Assert.StartsWith("text/csv", file.Headers["Content-Type"], StringComparison.Ordinal);
        Assert.StartsWith("\"Numéro\";\"Titre\";", file.Html, StringComparison.Ordinal);
        Assert.Contains("\"4200,50\"", file.Html, StringComparison.Ordinal);
        Assert.Contains("\"'=HYPERLINK(\"\"x\"\")\"", file.Html, StringComparison.Ordinal);
        Assert.Contains("\"Jeanne Martin\"", file.Html, StringComparison.Ordinal);
        Assert.Contains("\"Studio Hirondelle\"", file.Html, StringComparison.Ordinal);
        Assert.Contains(await app.Audit(null), entry => entry is { What: "export-list", By: "camille@demo.example" });

        var sales = (await (await app.SignIn(TestApp.Simon)).Get("/desk/search.csv")).Html;
        Assert.DoesNotContain("Jeanne", sales, StringComparison.Ordinal);
        Assert.Contains("Refonte du site", sales, StringComparison.Ordinal);
    }

    static async Task<string> Search(TestApp app, FollowUp.Application.People.Staff staff, string words) =>
        (await (await app.SignIn(staff)).Get("/desk/search?q=" + Uri.EscapeDataString(words))).Text;

    [Fact]
    public async Task Search_text_is_in_no_address()
    {
        await using var app = await TestApp.Start(o => o.Demo = true);
        await app.SubmitProject();
        var browser = await app.SignIn(TestApp.Camille);

        var posted = await browser.Fill("/desk", new() { ["q"] = "jeanne MARTIN" }, to: "/desk/search");
        var found = await browser.Get(posted.Location);

        Assert.DoesNotContain("martin", posted.Location, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Refonte du site", found.Text, StringComparison.Ordinal);
        Assert.Contains("value=\"jeanne MARTIN\"", found.Html, StringComparison.Ordinal);
        Assert.Contains("Aucun projet", (await browser.Get("/desk/search?q=nobody")).Text, StringComparison.Ordinal);
        Assert.Contains("Aucun projet", (await browser.Get("/desk/search?phase=won")).Text, StringComparison.Ordinal);
    }
}
