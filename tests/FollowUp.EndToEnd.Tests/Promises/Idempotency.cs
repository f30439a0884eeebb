using System.Net;
using System.Text.Json.Nodes;
using FollowUp.EndToEnd.Tests.Stores;

namespace FollowUp.EndToEnd.Tests.Promises;

/// <summary>Requests that come more than once, one after the other or at the same time. On any store.</summary>
public abstract class Idempotency(Func<StoreLocation> createStore)
{
    [Fact]
    public async Task A_repeated_submission_is_one_project_and_another_under_its_id_is_rejected()
    {
        await using var host = await HostProcess.StartEmptyDemo(createStore());
        var submission = Submissions.Company("P-1", await host.Now());
        var (first, created) = await host.Post(host.WebsiteClient, "/api/projects", submission);
        var (second, again) = await host.Post(host.WebsiteClient, "/api/projects", submission);
        submission["title"] = "Tout autre chose";
        var (third, refused) = await host.Post(host.WebsiteClient, "/api/projects", submission);

        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.OK, HttpStatusCode.Conflict), (first, second, third));
        Assert.Equal(created.GetProperty("version").GetInt64(), again.GetProperty("version").GetInt64());
        Assert.Equal("project-differs", refused.GetProperty("code").GetString());
    }

    [Fact]
    public async Task Ten_submissions_at_once_are_one_project()
    {
        await using var host = await HostProcess.StartEmptyDemo(createStore());
        var now = await host.Now();
        var answers = await Task.WhenAll(
            Enumerable.Range(0, 10).Select(_ => host.Post(host.WebsiteClient, "/api/projects", Submissions.Company("P-1", now))));

        Assert.Single(answers, a => a.Status == HttpStatusCode.Created);
        Assert.Equal(9, answers.Count(a => a.Status == HttpStatusCode.OK));
        Assert.Equal(["project-submitted", "coordinator-assigned"], (await host.GetProject("P-1")).Events);
    }

    [Fact]
    public async Task A_command_repeated_with_its_key_gets_the_first_response()
    {
        await using var host = await HostProcess.StartEmptyDemo(createStore());
        var life = await Life.SubmitCompany(host);
        await life.AdvanceToNextCall();
        using var caller = host.CreateClient();
        caller.DefaultRequestHeaders.Authorization = (await host.GetStaffClient(life.Project.Coordinator)).DefaultRequestHeaders.Authorization;
        caller.DefaultRequestHeaders.Add("Idempotency-Key", "call-1");

        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => host.Post(
            caller, "/api/projects/P-1/commands", new JsonObject { ["type"] = "record-call", ["outcome"] = "no-answer" })));

        Assert.All(answers, a => Assert.Equal(HttpStatusCode.OK, a.Status));
        await life.Advance("PT2M");
        Assert.Single(life.Project.Events, "call-missed");
        Assert.Single(await life.GetMails("TriedToReachYou"));
    }
}
