using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using FollowUp.EndToEnd.Tests.Stores;

namespace FollowUp.EndToEnd.Tests.Promises;

/// <summary>Questions and notices that come at once, and a subscription that ends while its feed is read. On any store.</summary>
public abstract class ProvidersAtOnce(Func<StoreLocation> createStore)
{
    const int AtOnce = 10;
    const int ProjectsOfProvider = 10;
    const string Reader = "PR-3";

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Three_of_ten_questions_and_one_of_ten_notices_are_taken_and_an_ended_subscription_reads_nothing()
    {
        await using var host = await HostProcess.StartEmptyDemo(createStore());
        var life = await Life.SubmitCompany(host);
        await life.AdvanceToNextCall();
        var staff = await host.GetStaffClient(life.Project.Coordinator);
        await host.Post(staff, "/api/projects/P-1/commands", new JsonObject { ["type"] = "record-call", ["outcome"] = "serious" });

        var questions = await Task.WhenAll(Enumerable.Range(1, AtOnce).Select(i => host.Post(
            host.WebsiteClient, "/api/projects/P-1/questions", new JsonObject { ["provider"] = "PR-1", ["text"] = $"Question {i} ?" })));
        Assert.Equal(3, questions.Count(answer => answer.Status == HttpStatusCode.Accepted));
        Assert.All(questions.Where(answer => answer.Status != HttpStatusCode.Accepted), answer => Assert.Equal("too-many-questions", answer.Body.GetProperty("code").GetString()));

        await ReportAction(host, "P-1", "PR-1");
        await host.Post(staff, "/api/projects/P-1/commands", new JsonObject { ["type"] = "record-call", ["outcome"] = "talking-to", ["provider"] = "PR-1" });
        var notices = await Task.WhenAll(Enumerable.Range(1, AtOnce).Select(_ => host.Post(
            staff, "/api/projects/P-1/commands", new JsonObject { ["type"] = "send-good-chances", ["provider"] = "PR-1" })));
        Assert.Single(notices, answer => answer.Status == HttpStatusCode.OK);
        Assert.All(notices.Where(answer => answer.Status != HttpStatusCode.OK), answer => Assert.Equal("already-told", answer.Body.GetProperty("code").GetString()));
        await host.Advance("PT5M");
        Assert.Single(await host.GetMails("P-1"), mail => mail.Kind == "GoodChances");

        await EndSubscriptionWhileReading(host);
    }

    /// <summary>Every reading that begins after the end is refused; none that began before fails in another way.</summary>
    static async Task EndSubscriptionWhileReading(HostProcess host)
    {
        var until = (await host.Now()).AddMonths(3);
        await PutReader(host, until);
        foreach (var id in Enumerable.Range(2, ProjectsOfProvider).Select(number => $"P-{number}"))
        {
            await host.Post(host.WebsiteClient, "/api/projects", Submissions.Company(id, await host.Now()));
            await ReportAction(host, id, Reader);
        }

        Assert.Equal(HttpStatusCode.OK, await Read(host));
        var ended = new TaskCompletionSource();
        var readings = Enumerable.Range(0, 4).Select(async _ =>
        {
            var before = new List<HttpStatusCode>();
            while (!ended.Task.IsCompleted)
            {
                before.Add(await Read(host));
            }

            return (Before: before, After: await Read(host));
        }).ToArray();
        await PutReader(host, until.AddYears(-1));
        ended.SetResult();

        foreach (var (before, after) in await Task.WhenAll(readings))
        {
            Assert.All(before, status => Assert.True(status is HttpStatusCode.OK or HttpStatusCode.Forbidden, status.ToString()));
            Assert.Equal(HttpStatusCode.Forbidden, after);
        }
    }

    static async Task<HttpStatusCode> Read(HostProcess host)
    {
        using var answer = await host.WebsiteClient.GetAsync($"/api/providers/{Reader}/feed", Cancellation);
        return answer.StatusCode;
    }

    static async Task ReportAction(HostProcess host, string project, string provider) => await host.Post(
        host.WebsiteClient, $"/api/projects/{project}/provider-actions",
        new JsonObject { ["provider"] = provider, ["kind"] = "quote", ["at"] = HostProcess.FormatTime(await host.Now()) });

    static async Task PutReader(HostProcess host, DateTimeOffset until)
    {
        using var answer = await host.WebsiteClient.PutAsJsonAsync(
            $"/api/providers/{Reader}",
            new JsonObject
            {
                ["name"] = "Atelier du Lac", ["email"] = "bonjour@atelier-du-lac.example", ["language"] = "fr",
                ["privilegeUntil"] = until.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
            },
            Cancellation);
        Assert.True(answer.IsSuccessStatusCode, answer.StatusCode.ToString());
    }
}
