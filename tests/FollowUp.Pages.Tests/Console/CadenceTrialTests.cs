using System.Net;
using FollowUp.Application.Cadences.Trials;
using FollowUp.Application.Ports;
using FollowUp.Web.Console.Cadences.Trials;
using Microsoft.Extensions.DependencyInjection;

namespace FollowUp.Pages.Tests.Console;

/// <summary>What a cadence that is not saved would change, on the pages of the console.</summary>
public sealed class CadenceTrialTests
{
    static readonly Dictionary<string, string> Slower = new() { ["company.relaunch.delays"] = "6, 14, 28, 60", ["person.relaunch.delays"] = "6, 14, 28, 60" };

    [Fact]
    public async Task Comparison_names_the_open_projects_whose_next_date_would_move_and_says_that_saving_moves_none()
    {
        await using var app = await TestApp.Start(o => o.Demo = true);
        await app.CreateProjectInFollowUp();
        var before = (await app.Project("P-1")).Next;
        var nadia = await app.SignIn(TestApp.Nadia);

        var compared = await CadencePageTests.Fill(nadia, new(Slower) { ["do"] = "compare" });

        Assert.Contains("Sur 1 projet, la prochaine action changerait pour 1 : plus tard pour 1.", compared.Text, StringComparison.Ordinal);
        Assert.Contains("Enregistrer ne déplace aucune de ces dates", compared.Text, StringComparison.Ordinal);
        Assert.Contains("href=\"/desk/projects/P-1\"", compared.Html, StringComparison.Ordinal);
        Assert.Equal(before, (await app.Project("P-1")).Next);
    }

    [Fact]
    public async Task Simulated_year_is_shown_and_stays_with_the_version_that_is_saved()
    {
        await using var app = await TestApp.Start(o => o.Demo = true);
        var nadia = await app.SignIn(TestApp.Nadia);
        var trial = await StartTrial(app, nadia);

        var running = await nadia.Get(TrialPath(trial));
        Assert.Contains("0 année simulée sur 4", running.Text, StringComparison.Ordinal);
        Assert.Equal("2", running.Headers["Refresh"]);
        Assert.DoesNotContain("Refresh", (await nadia.Get($"{TrialPath(trial)}?refresh=off")).Headers.Keys);
        await Work(app, trial, years: 4);
        var finished = await nadia.Get(TrialPath(trial));
        Assert.Contains("Simulation terminée", finished.Text, StringComparison.Ordinal);
        Assert.Contains("Mails au client par projet", finished.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Refresh", finished.Headers.Keys);

        var form = await nadia.Get($"/desk/cadence?trial={trial}");
        Assert.Contains($"name=\"trial\" value=\"{trial}\"", form.Html, StringComparison.Ordinal);
        Assert.Contains("6, 14, 28, 60 jours, au lieu de", form.Text, StringComparison.Ordinal);
        await CadencePageTests.Fill(nadia, new(Slower) { ["do"] = "save", ["reason"] = "Moins de mails", ["trial"] = trial });
        Assert.Contains($"<a class=\"button small\" href=\"{TrialPath(trial)}\">Simulation de la version 2</a>", (await nadia.Get("/desk/cadence")).Html, StringComparison.Ordinal);
        Assert.Contains("Cette cadence est enregistrée : version 2.", (await nadia.Get(TrialPath(trial))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Trial_of_another_cadence_than_the_saved_one_does_not_stay_with_it()
    {
        await using var app = await TestApp.Start(o => o.Demo = true);
        var nadia = await app.SignIn(TestApp.Nadia);
        var trial = await StartTrial(app, nadia);

        await CadencePageTests.Fill(nadia, new() { ["company.relaunch.thenEvery"] = "45", ["do"] = "save", ["reason"] = "Autre", ["trial"] = trial });

        Assert.DoesNotContain("Simulation de la version", (await nadia.Get("/desk/cadence")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stopped_trial_simulates_no_further_year()
    {
        await using var app = await TestApp.Start(o => o.Demo = true);
        var nadia = await app.SignIn(TestApp.Nadia);
        var trial = await StartTrial(app, nadia);
        await Work(app, trial, years: 1);

        Assert.Equal(HttpStatusCode.SeeOther, (await nadia.Fill(TrialPath(trial), [])).Status);

        Assert.False(await app.Services.GetRequiredService<TrialWork>().Simulate(trial, 2, TestContext.Current.CancellationToken));
        var stopped = await nadia.Get(TrialPath(trial));
        Assert.Contains("Simulation arrêtée", stopped.Text, StringComparison.Ordinal);
        Assert.Contains("1 année simulée sur 4", stopped.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Host_that_is_busy_takes_no_further_trial_and_says_so()
    {
        await using var app = await TestApp.Start(o => o.Demo = true);
        app.Services.GetRequiredService<NotedTrials>().IsFull = true;
        var nadia = await app.SignIn(TestApp.Nadia);

        var refused = await CadencePageTests.Fill(nadia, new(Slower) { ["do"] = "simulate" });

        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.Status);
        Assert.Contains("Trop de simulations attendent", refused.Text, StringComparison.Ordinal);
        Assert.Contains("value=\"6, 14, 28, 60\"", refused.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unchanged_cadence_is_not_simulated()
    {
        await using var app = await TestApp.Start(o => o.Demo = true);
        var nadia = await app.SignIn(TestApp.Nadia);

        var refused = await CadencePageTests.Fill(nadia, new() { ["do"] = "simulate" });

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains("il n’y a rien à simuler", refused.Text, StringComparison.Ordinal);
        Assert.Empty(app.Services.GetRequiredService<NotedTrials>().Ids);
    }

    /// <summary>Begins a trial, and makes it small.</summary>
    static async Task<string> StartTrial(TestApp app, Browser browser)
    {
        var started = await CadencePageTests.Fill(browser, new(Slower) { ["do"] = "simulate" });
        Assert.Equal(HttpStatusCode.SeeOther, started.Status);
        var id = Assert.Single(app.Services.GetRequiredService<NotedTrials>().Ids);
        Assert.Equal(TrialPath(id), started.Location);

        var settings = app.Services.GetRequiredService<IKeyValueStore>();
        var json = (await settings.Get($"cadence-trial:{id}"))!;
        await settings.Set($"cadence-trial:{id}", json.Replace("\"runs\":10,\"projects\":3000,\"months\":12", "\"runs\":4,\"projects\":60,\"months\":4", StringComparison.Ordinal));
        Assert.Equal((4, 60, 4), (await app.Services.GetRequiredService<CadenceTrials>().Find(id)) is { } small ? (small.Runs, small.Projects, small.Months) : default);
        return id;
    }

    static async Task Work(TestApp app, string trial, int years)
    {
        var work = app.Services.GetRequiredService<TrialWork>();
        Assert.NotNull(await work.Begin(trial));
        for (var year = 1; year <= years; year++) await work.Simulate(trial, year);
    }

    static string TrialPath(string id) => $"/desk/cadence/trials/{id}";
}
