using System.Collections.Concurrent;
using FollowUp.EndToEnd.Tests.Stores;
using FollowUp.TestKit;

namespace FollowUp.EndToEnd.Tests.Promises;

/// <summary>The host is killed (SIGKILL) in the middle of a life, which goes on as if it had not been. On any store.</summary>
public abstract class CrashRecovery(Func<StoreLocation> createStore)
{
    [Fact]
    public async Task A_life_with_a_kill_after_every_step_is_the_same_as_one_without()
    {
        await using var undisturbedHost = await HostProcess.StartEmptyDemo(createStore());
        await using var killedHost = await HostProcess.StartEmptyDemo(createStore());
        var undisturbed = await RunLife(undisturbedHost, () => Task.CompletedTask);

        var disturbed = await RunLife(killedHost, async () =>
        {
            killedHost.Kill();
            await killedHost.Serve();
        });

        Assert.Equal(undisturbed.Project.Events, disturbed.Project.Events);
        Assert.Equal(Summarize(await undisturbed.GetMails()), Summarize(await disturbed.GetMails()));
        disturbed.AssertDead("abandoned");
    }

    [Fact]
    public async Task A_move_of_the_clock_that_a_kill_interrupts_is_finished_by_the_next_start()
    {
        await using var host = await HostProcess.StartEmptyDemo(createStore());
        var lives = new List<Life>();
        for (var i = 1; i <= 20; i++)
        {
            lives.Add(await Life.SubmitCompany(host, $"P-{i}"));
        }

        await host.Advance("PT30M");
        foreach (var life in lives)
        {
            await life.RecordCall("serious");
        }

        var target = (await host.Now()).AddMonths(7);
        for (var kill = 0; kill < 4; kill++)
        {
            var move = Task.Run(() => host.AdvanceTo(target), TestContext.Current.CancellationToken);
            await Task.Delay(TimeSpan.FromMilliseconds(40 * (kill + 1)), TimeProvider.System, TestContext.Current.CancellationToken);
            host.Kill();
            await Record.ExceptionAsync(() => move);
            await host.Serve();
        }

        await host.AdvanceTo(target);

        Assert.Equal(target, await host.Now());
        var first = await host.GetProject("P-1");
        foreach (var life in lives)
        {
            await life.Refresh();
            Assert.Equal("dormant", life.Phase);
            Assert.Equal(first.Events, life.Project.Events);
            var kinds = (await life.GetMails()).Select(m => m.Kind).Distinct().Order();
            Assert.Equal(["LightMail", "Receipt", "RelaunchFirst", "RelaunchLater", "Validated", "Warning"], kinds);

            // The same mails on the same days. The minutes differ: mails that wait for an opening are spread over it by project.
            Assert.Equal((await host.GetMails("P-1")).Select(m => (m.Kind, m.At.Day())), (await life.GetMails()).Select(m => (m.Kind, m.At.Day())));
        }
    }

    [Fact]
    public async Task No_acknowledged_submission_is_lost_when_the_host_is_killed_under_load()
    {
        await using var host = await HostProcess.StartEmptyDemo(createStore());
        var now = await host.Now();
        var acknowledged = new ConcurrentBag<string>();
        var writers = Enumerable.Range(0, 8).Select(writer => Task.Run(
            async () =>
            {
                for (var i = 0; ; i++)
                {
                    var id = $"P-{writer}-{i}";
                    var submission = Submissions.Company(id, now);
                    if (await Record.ExceptionAsync(() => host.Post(host.WebsiteClient, "/api/projects", submission)) is not null)
                    {
                        return;
                    }

                    acknowledged.Add(id);
                }
            },
            TestContext.Current.CancellationToken)).ToList();
        await Eventually.IsTrue(() => acknowledged.Count >= host.Store.ManyProjects, () => $"{acknowledged.Count} submissions were acknowledged.");
        host.Kill();
        await Task.WhenAll(writers);
        await host.Serve();

        await Parallel.ForEachAsync(
            acknowledged, TestContext.Current.CancellationToken, async (id, _) => Assert.True((await host.GetProject(id)).HasNext));
    }

    /// <param name="between">What happens after every step.</param>
    static async Task<Life> RunLife(HostProcess host, Func<Task> between)
    {
        var life = await Life.SubmitCompany(host);
        await between();
        await life.RecordCallWhenDue("no-answer");
        await between();
        await life.RecordCallWhenDue("serious");
        await between();
        var relaunch = await life.AdvanceToMail("RelaunchFirst");
        await between();
        await life.AnswerByLink(relaunch, ("answer", "still-looking"));
        await between();
        await life.AdvanceToMail("RelaunchFirst");
        await between();
        await life.RecordCall("gave-up");
        await between();
        await life.AdvanceToMail("OutcomeThanks");
        await between();
        await life.Advance("P1M");
        return life;
    }

    static IEnumerable<(string, string, DateTimeOffset)> Summarize(IReadOnlyList<MailboxMail> mails) => mails.Select(m => (m.Id, m.Kind, m.At));
}
