using System.Net;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Commands;
using NodaTime;

namespace FollowUp.Pages.Tests.Console;

/// <summary>A project that resembles another one of the same client.</summary>
public sealed class NearDuplicateTests
{
    const string Question = "Est-ce le même projet ?";

    [Theory]
    [InlineData("C-1", "other@example.com", "+33199005678", "Même client sur le site")]
    [InlineData("C-2", "JEANNE@martin.example", "+33199005678", "Même adresse mail")]
    [InlineData("C-2", "other@example.com", "+33199001234", "Même numéro de téléphone")]
    public async Task Similar_title_of_the_same_client_is_shown_side_by_side(string client, string email, string phone, string match)
    {
        await using var app = await TestApp.Start(o => o.Demo = true);
        await app.SubmitProject("P-1", title: "Refonte du site vitrine");
        await app.AdvanceTime(Duration.FromDays(29));
        await app.SubmitProject("P-2", title: "refonte de notre site vitrine", client: client, email: email, phone: phone);

        var page = (await (await app.SignIn(TestApp.Nadia)).Get("/desk/projects/P-2")).Text;

        Assert.Contains(Question, page, StringComparison.Ordinal);
        Assert.Contains(match, page, StringComparison.Ordinal);
        Assert.Contains("Refonte du site vitrine", page, StringComparison.Ordinal);
        Assert.True((await app.Project("P-2")).IsOpen);
    }

    [Theory]
    [InlineData("Création d’un logo", "C-1", 1)]
    [InlineData("Refonte du site vitrine", "C-1", 31)]
    public async Task Other_title_or_month_is_no_duplicate(string title, string client, int days)
    {
        await using var app = await TestApp.Start(o => o.Demo = true);
        await app.SubmitProject("P-1", title: "Refonte du site vitrine");
        await app.AdvanceTime(Duration.FromDays(days));
        await app.SubmitProject("P-2", title: title, client: client);

        Assert.DoesNotContain(Question, (await (await app.SignIn(TestApp.Nadia)).Get("/desk/projects/P-2")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_act_closes_it_and_links_both()
    {
        await using var app = await TestApp.Start(o => o.Demo = true);
        await app.SubmitProject("P-1", title: "Refonte du site vitrine");
        await app.RecordAsManager("P-1", new RecordCall(CallOutcome.Serious, app.Now));
        await app.SubmitProject("P-2", title: "Refonte site vitrine");
        var nadia = await app.SignIn(TestApp.Nadia);

        var done = await nadia.Fill("/desk/projects/P-2", new()
        {
            ["do"] = "close", ["result"] = "dead", ["reason"] = "duplicate", ["duplicateOf"] = "P-1", ["once"] = "k.close.duplicate-P-1",
            ["version"] = (await app.Project("P-2")).Version.ToString(System.Globalization.CultureInfo.InvariantCulture),
        });

        Assert.Equal(HttpStatusCode.SeeOther, done.Status);
        Assert.Equal(DeathReason.Duplicate, (await app.Project("P-2")).Outcome!.Reason);
        Assert.Contains("doublon du projet n° P-1", (await nadia.Get("/desk/projects/P-2")).Text, StringComparison.Ordinal);
        Assert.Contains("Le projet n° P-2 a été clos comme doublon de celui-ci.", (await nadia.Get("/desk/projects/P-1")).Text, StringComparison.Ordinal);
        Assert.True((await app.Project("P-1")).IsOpen);
    }

    [Fact]
    public async Task Call_screen_points_it_out_before_validation_and_closes_it_in_one_act()
    {
        await using var app = await TestApp.Start(o => o.Demo = true);
        await app.SubmitProject("P-1", title: "Refonte du site vitrine");
        await app.RecordAsManager("P-1", new RecordCall(CallOutcome.Serious, app.Now));
        await app.SubmitProject("P-2", title: "Refonte site vitrine");
        var nadia = await app.SignIn(TestApp.Nadia);

        Assert.DoesNotContain(Question, (await nadia.Get("/desk/call/P-1")).Text, StringComparison.Ordinal);
        var call = (await nadia.Get("/desk/call/P-2")).Text;
        Assert.Contains("Peut-être un doublon du n° P-1", call, StringComparison.Ordinal);
        Assert.Contains(Question, call, StringComparison.Ordinal);

        var done = await nadia.Fill("/desk/call/P-2", new()
        {
            ["do"] = "close", ["result"] = "dead", ["reason"] = "duplicate", ["duplicateOf"] = "P-1", ["once"] = "k.close.duplicate-P-1",
            ["version"] = (await app.Project("P-2")).Version.ToString(System.Globalization.CultureInfo.InvariantCulture),
        });

        Assert.Equal("/desk/call?recorded=P-2", done.Location);
        Assert.Equal(DeathReason.Duplicate, (await app.Project("P-2")).Outcome!.Reason);
        Assert.Contains("Le projet n° P-2 a été clos comme doublon de celui-ci.", (await nadia.Get("/desk/projects/P-1")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("P-9", HttpStatusCode.BadRequest)]
    [InlineData("P-1", HttpStatusCode.Conflict)]
    public async Task Unknown_project_and_the_project_itself_are_refused(string original, HttpStatusCode status)
    {
        await using var app = await TestApp.Start(o => o.Demo = true);
        await app.SubmitProject("P-1");
        var nadia = await app.SignIn(TestApp.Nadia);

        var answer = await nadia.Fill("/desk/projects/P-1", new()
        {
            ["do"] = "close", ["result"] = "dead", ["reason"] = "duplicate", ["duplicateOf"] = original, ["once"] = "k.close.",
            ["version"] = (await app.Project("P-1")).Version.ToString(System.Globalization.CultureInfo.InvariantCulture),
        });

        Assert.Equal(status, answer.Status);
        Assert.True((await app.Project("P-1")).IsOpen);
    }
}
