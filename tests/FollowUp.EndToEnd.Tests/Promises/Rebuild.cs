using System.Net;
using FollowUp.EndToEnd.Tests.Stores;

namespace FollowUp.EndToEnd.Tests.Promises;

/// <summary>The command <c>rebuild</c>, on any store.</summary>
public abstract class Rebuild(Func<StoreLocation> createStore)
{
    [Fact]
    public async Task State_and_queue_rebuilt_from_the_events_are_the_same()
    {
        await using var host = await HostProcess.StartEmptyDemo(createStore());
        var life = await Life.SubmitCompany(host);
        await life.RecordCallWhenDue("serious");
        var queue = await GetQueue(host, life.Project.Coordinator);
        var before = life.Project;

        await host.RunCommand("rebuild");

        await life.Refresh();
        Assert.Equal(before.Json.ToString(), life.Project.Json.ToString());
        Assert.Equal(queue, await GetQueue(host, life.Project.Coordinator));
    }

    static async Task<string> GetQueue(HostProcess host, string staff)
    {
        var client = await host.GetStaffClient(staff);
        using var answer = await client.GetAsync($"/api/queue?staff={staff}", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }
}
