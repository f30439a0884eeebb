using System.Net;
using System.Text.Json.Nodes;

namespace FollowUp.Web.Tests.Api;

/// <summary>By whose clock a private person is called: the place that the website gives, else that of the number, else Paris.</summary>
public sealed class ClientPlaceTests : IAsyncLifetime
{
    readonly ApiHost host = new();

    public ValueTask InitializeAsync() => host.InitializeAsync();

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Theory]
    [InlineData("0690 35 12 34", null, null, "America/Guadeloupe")]
    [InlineData("+262 692 12 34 56", null, null, "Indian/Reunion")]
    [InlineData("+44 20 7946 0958", null, null, "Europe/London")]
    [InlineData("+33 1 99 00 12 34", "97110", null, "America/Guadeloupe")]
    [InlineData("+33 1 99 00 12 34", "98713", null, "Pacific/Tahiti")]
    [InlineData("0690 35 12 34", "75011", null, null)]
    [InlineData("+33 1 99 00 12 34", "97110", "Indian/Mayotte", "Indian/Mayotte")]
    [InlineData("+33 1 99 00 12 34", null, null, null)]
    [InlineData("+33 1 99 00 12 34", null, "Europe/Paris", null)]
    public async Task Zone_is_that_of_the_place_else_of_the_number(string phone, string? postalCode, string? timeZone, string? expected)
    {
        var project = PersonSample();
        project["client"]!["phone"] = phone;
        project["client"]!["postalCode"] = postalCode;
        project["client"]!["timeZone"] = timeZone;
        (await host.Website.Post("/api/projects", project)).HasStatus(HttpStatusCode.Created);
        Assert.Equal(expected, (await host.Store.Projects.Load("P-1001", TestContext.Current.CancellationToken))!.Project.TimeZone);
    }

    [Fact]
    public async Task Client_of_Guadeloupe_is_called_in_their_morning_and_the_reason_says_so()
    {
        var project = PersonSample();
        project["client"]!["phone"] = "0690 35 12 34";
        var reply = (await host.Website.Post("/api/projects", project)).HasStatus(HttpStatusCode.Created);
        Assert.Equal("2026-11-23T16:00:00+01:00", reply["nextAction.dueAt"]);
        Assert.EndsWith("heure de Guadeloupe", reply["nextAction.why"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Time_zone_that_does_not_exist_is_refused()
    {
        var project = PersonSample();
        project["client"]!["timeZone"] = "Paris";
        Assert.Equal(["client.timeZone"], (await host.Website.Post("/api/projects", project)).ErrorFields);
    }

    [Fact]
    public async Task Place_is_part_of_the_submission_and_of_the_export()
    {
        var project = PersonSample();
        project["client"]!["postalCode"] = "97110";
        project["client"]!["town"] = "Pointe-à-Pitre";
        (await host.Website.Post("/api/projects", project.DeepClone().AsObject())).HasStatus(HttpStatusCode.Created);
        (await host.Website.Post("/api/projects", project.DeepClone().AsObject())).HasStatus(HttpStatusCode.OK);
        (await host.Website.Post("/api/projects", PersonSample())).HasProblem(HttpStatusCode.Conflict, "project-differs");
        var personal = (await host.Website.Get("/api/clients/C-881/export")).Json.GetProperty("projects")[0].GetProperty("personal");
        Assert.Equal(("97110", "Pointe-à-Pitre"), (personal.GetProperty("postalCode").GetString(), personal.GetProperty("town").GetString()));
    }

    static JsonObject PersonSample()
    {
        var project = ApiSamples.Project("P-1001");
        project["client"]!["type"] = "person";
        return project;
    }
}
