using System.Net;
using FollowUp.Domain.Projects;
using FollowUp.Pages.Tests.Console;

namespace FollowUp.Pages.Tests.Links;

/// <summary>A client who comes back on the website after the end of a project: the mail, the day and the project's page reopen it in one act.</summary>
public sealed class ReopeningRequestTests
{
    [Fact]
    public async Task Link_of_the_mail_reopens_the_project_in_one_act()
    {
        await using var app = await TestApp.Start();
        var link = await app.AskToReopen();
        var browser = app.NewBrowser();
        Assert.Contains("Le client revient sur le site : rouvrir ce projet ?", (await browser.Get(link)).Text, StringComparison.Ordinal);

        var done = await browser.Fill(link, new() { ["approve"] = "true" });

        Assert.Equal(HttpStatusCode.SeeOther, done.Status);
        Assert.Equal(Phase.InFollowUp, (await app.Project("P-1")).Phase);
        Assert.Contains("par Camille Aubertin : projet rouvert", (await browser.Get(link)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Question_stands_on_the_day_and_is_answered_on_the_project_page()
    {
        await using var app = await TestApp.Start(o => o.Demo = true);
        await app.AskToReopen();
        var camille = await app.SignIn(TestApp.Camille);
        Assert.Contains("Le client revient sur le site : rouvrir ce projet ?", (await camille.Get("/desk")).Text, StringComparison.Ordinal);
        var page = (await camille.Get("/desk/projects/P-1")).Text;
        Assert.Contains("Le client a écrit sur le site, ", page, StringComparison.Ordinal);

        await camille.Fill("/desk/projects/P-1", new() { ["do"] = "approve", ["id"] = "reopening", ["approve"] = "false" });

        Assert.Equal((Phase.Dead, false), ((await app.Project("P-1")).Phase, (await app.Project("P-1")).IsReopeningPending));
        Assert.DoesNotContain("rouvrir ce projet", (await camille.Get("/desk")).Text, StringComparison.Ordinal);
    }
}
