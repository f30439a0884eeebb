using System.Net;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Text;
using NodaTime;

namespace FollowUp.Pages.Tests.Console;

/// <summary>Calling and writing to a client from the console.</summary>
public sealed class ClientContactTests
{
    [Theory]
    [InlineData("/desk")]
    [InlineData("/desk/search")]
    [InlineData("/desk/projects/P-1")]
    [InlineData("/desk/call/P-1")]
    public async Task A_number_is_a_link_only_where_a_call_is_allowed_now(string path)
    {
        await using var app = await TestApp.Start(o => o.Demo = true);
        await app.SubmitProject();
        await app.AdvanceTime(Duration.FromHours(2));
        var camille = await app.SignIn(TestApp.Camille);
        Assert.Contains("href=\"tel:", (await camille.Get(path)).Html, StringComparison.Ordinal);

        await app.AdvanceTime(Duration.FromHours(2));
        var page = await camille.Get(path);
        Assert.Contains("01 99 00 12 34", page.Text, StringComparison.Ordinal);
        Assert.Contains("partir de 14:00", page.Text, StringComparison.Ordinal);
        if (path == "/desk/call/P-1")
        {
            // The question comes before the link.
            Assert.Contains("Appeler quand même", page.Text, StringComparison.Ordinal);
            Assert.Contains("hors des règles", page.Text, StringComparison.Ordinal);
        }
        else
        {
            Assert.DoesNotContain("href=\"tel:+33199001234\"", WebUtility.HtmlDecode(page.Html), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_client_who_wants_no_calls_is_written_to()
    {
        await using var app = await TestApp.Start(o => o.Demo = true);
        await app.CreateProjectInFollowUp();
        await app.RecordAsManager("P-1", new RecordCall(CallOutcome.DoNotCall, app.Now));

        var page = await (await app.SignIn(TestApp.Camille)).Get("/desk/projects/P-1");

        Assert.Contains("plus d’appels : mail seulement", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("href=\"tel:+33199001234\"", WebUtility.HtmlDecode(page.Html), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_call_that_closes_the_project_says_so_and_keeps_the_amount()
    {
        await using var app = await TestApp.Start(o => o.Demo = true);
        await app.CreateProjectInFollowUp();
        await app.AdvanceTime(Duration.FromMinutes(20));
        var camille = await app.SignIn(TestApp.Camille);

        var posted = await camille.Fill(
            "/desk/call/P-1", new() { ["do"] = "record-call", ["outcome"] = "chose", ["provider"] = "Studio Hirondelle", ["amount"] = "4 200,50" });
        var next = await camille.Get(posted.Location);

        Assert.Equal(4200.50m, (await app.Project("P-1")).Outcome!.Amount);
        Assert.Contains("Clos, concrétisé avec Studio Hirondelle", next.Text, StringComparison.Ordinal);
        Assert.Contains("Le projet est clos.", (await camille.Get("/desk/projects/P-1?done=record-call")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Language.French, "Je prends des nouvelles de votre projet.")]
    [InlineData(Language.English, "I am writing to ask how your project is going.")]
    public async Task A_template_begins_a_mail_in_the_language_of_the_client(Language language, string text)
    {
        await using var app = await TestApp.Start(o => o.Demo = true);
        await app.CreateProjectInFollowUp(language: language);
        var camille = await app.SignIn(TestApp.Camille);

        Assert.DoesNotContain(text, (await camille.Get("/desk/projects/P-1?template=unknown")).Text, StringComparison.Ordinal);
        Assert.Contains(text, (await camille.Get("/desk/projects/P-1?template=news")).Text, StringComparison.Ordinal);
    }
}
