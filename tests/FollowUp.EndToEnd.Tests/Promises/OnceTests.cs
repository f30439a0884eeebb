using System.Net;
using System.Text.Json.Nodes;

namespace FollowUp.EndToEnd.Tests;

public sealed class OnceTests
{
    [Fact]
    public async Task The_same_submission_twice_is_one_project_and_another_under_its_id_is_refused()
    {
        await using var host = await Host.Start();
        var submission = Submissions.Company("P-1", await host.Now());
        var (first, created) = await host.Post(host.Website, "/api/projects", submission);
        var (second, again) = await host.Post(host.Website, "/api/projects", submission);
        submission["title"] = "Tout autre chose";
        var (third, refused) = await host.Post(host.Website, "/api/projects", submission);

        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.OK, HttpStatusCode.Conflict), (first, second, third));
        Assert.Equal(created.GetProperty("version").GetInt64(), again.GetProperty("version").GetInt64());
        Assert.Equal("project-differs", refused.GetProperty("code").GetString());
    }

    [Fact]
    public async Task Ten_at_once_are_one_project()
    {
        await using var host = await Host.Start();
        var now = await host.Now();
        var answers = await Task.WhenAll(
            Enumerable.Range(0, 10).Select(_ => host.Post(host.Website, "/api/projects", Submissions.Company("P-1", now))));

        Assert.Single(answers, a => a.Status == HttpStatusCode.Created);
        Assert.Equal(9, answers.Count(a => a.Status == HttpStatusCode.OK));
        Assert.Equal(["project-submitted", "coordinator-assigned"], (await host.Project("P-1")).Events);
    }

    [Fact]
    public async Task The_same_key_and_command_again_gets_the_first_answer()
    {
        await using var host = await Host.Start();
        var life = await Life.OfCompany(host);
        await life.ComesToACall();
        using var caller = host.Client();
        caller.DefaultRequestHeaders.Authorization = (await host.Staff(life.Seen.Coordinator)).DefaultRequestHeaders.Authorization;
        caller.DefaultRequestHeaders.Add("Idempotency-Key", "call-1");

        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => host.Post(
            caller, "/api/projects/P-1/commands", new JsonObject { ["type"] = "record-call", ["outcome"] = "no-answer" })));

        Assert.All(answers, a => Assert.Equal(HttpStatusCode.OK, a.Status));
        await life.Look();
        Assert.Single(life.Seen.Events, "call-missed");
        Assert.Single(await life.Mails("TriedToReachYou"));
    }
}
