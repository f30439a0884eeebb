using System.Net;
using System.Text.RegularExpressions;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Commands;

namespace FollowUp.Pages.Tests.Console;

/// <summary>The board of the department.</summary>
public sealed class BoardPageTests
{
    const string Address = "/desk/board";

    [Fact]
    public async Task Each_figure_opens_the_projects_that_it_counts()
    {
        await using var app = await TestApp.Start(o => o.Demo = true);
        await app.CreateProjectInFollowUp();
        await app.RecordAsManager("P-1", new Close(Outcome.Won("PR-1", 4200)));
        await app.SubmitProject("P-2");
        var nadia = await app.SignIn(TestApp.Nadia);

        var board = await nadia.Get(Address);

        Assert.Equal(HttpStatusCode.OK, board.Status);
        var links = Regex.Matches(board.Html, "href=\"(/desk/board/projects[^\"]*)\">([^<]+)<").Select(m => (Address: WebUtility.HtmlDecode(m.Groups[1].Value), Number: m.Groups[2].Value)).ToList();
        Assert.Contains(links, link => link is { Number: "2" } && link.Address.Contains("figure=submitted", StringComparison.Ordinal));
        Assert.Contains(links, link => link is { Number: "1" } && link.Address.Contains("code=won", StringComparison.Ordinal));
        foreach (var link in links.DistinctBy(l => l.Address))
        {
            var list = await nadia.Get(link.Address);
            Assert.Equal(HttpStatusCode.OK, list.Status);
            Assert.Contains("/desk/projects/", list.Html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Figure_is_exported_and_the_export_is_audited()
    {
        await using var app = await TestApp.Start(o => o.Demo = true);
        var nadia = await app.SignIn(TestApp.Nadia);

        var export = await nadia.Get($"{Address}/export?figure=path");

        Assert.Equal("text/csv; charset=utf-8", export.Headers["Content-Type"]);
        Assert.StartsWith("\"Étape\";\"Période\";\"Avant\"\r\n\"Déposés\";", export.Html.TrimStart('\ufeff'), StringComparison.Ordinal);
        Assert.Contains(await app.Audit(null), entry => entry is { What: "export-board", Code: "done" });
        Assert.Equal(HttpStatusCode.NotFound, (await nadia.Get($"{Address}/export?figure=none")).Status);
    }

    [Fact]
    public async Task Period_that_is_none_falls_back_to_the_last_four_weeks_and_says_so()
    {
        await using var app = await TestApp.Start(o => o.Demo = true);
        var nadia = await app.SignIn(TestApp.Nadia);

        var standard = (await nadia.Get(Address)).Text;
        Assert.Contains("Du mardi 27 octobre", standard, StringComparison.Ordinal);
        foreach (var query in new[] { "?from=nonsense", "?from=2026-11-24&to=2026-11-01", "?from=1900-01-01&to=2026-11-23" })
        {
            var page = (await nadia.Get(Address + query)).Text;
            Assert.Contains("Du mardi 27 octobre", page, StringComparison.Ordinal);
            Assert.Contains("voici les quatre dernières semaines", page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Coordinators_and_sales_are_refused_and_audited()
    {
        await using var app = await TestApp.Start(o => o.Demo = true);
        foreach (var person in new[] { TestApp.Camille, TestApp.Simon })
        {
            var browser = await app.SignIn(person);
            foreach (var page in new[] { Address, $"{Address}/projects?figure=submitted", $"{Address}/export?figure=path" })
            {
                Assert.Equal(HttpStatusCode.Forbidden, (await browser.Get(page)).Status);
            }

            Assert.Equal(
                ["export-board", "read-board", "read-board"],
                (await app.Audit(null)).Where(entry => entry.By == person.Id && entry.Code == "managers-only").Select(entry => entry.What).Order());
        }
    }
}
