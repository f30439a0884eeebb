namespace FollowUp.EndToEnd.Tests;

/// <summary>kill -9 in the middle of a life: it goes on as if nothing had been.</summary>
public sealed class KilledTests
{
    [Fact]
    public async Task A_life_with_a_killed_host_after_every_step_is_the_same_as_one_without()
    {
        await using var quiet = await Host.Start();
        await using var troubled = await Host.Start();
        var undisturbed = await Live(quiet, () => Task.CompletedTask);

        var disturbed = await Live(troubled, async () =>
        {
            troubled.Kill();
            await troubled.Serve();
        });

        Assert.Equal(undisturbed.Seen.Events, disturbed.Seen.Events);
        Assert.Equal(Summary(await undisturbed.Mails()), Summary(await disturbed.Mails()));
        disturbed.IsDead("abandoned");
    }

    [Fact]
    public async Task A_walk_of_the_clock_that_a_kill_cuts_short_is_finished_by_the_next_start()
    {
        await using var host = await Host.Start();
        var lives = new List<Life>();
        for (var i = 1; i <= 20; i++)
        {
            lives.Add(await Life.OfCompany(host, $"P-{i}"));
        }

        await host.Advance("PT30M");
        foreach (var life in lives)
        {
            await life.IsCalled("serious");
        }

        var target = (await host.Now()).AddMonths(7);
        for (var kill = 0; kill < 4; kill++)
        {
            var walk = Task.Run(() => host.To(target), TestContext.Current.CancellationToken);
            await Task.Delay(TimeSpan.FromMilliseconds(40 * (kill + 1)), TimeProvider.System, TestContext.Current.CancellationToken);
            host.Kill();
            await Record.ExceptionAsync(() => walk);
            await host.Serve();
        }

        await host.To(target);

        Assert.Equal(target, await host.Now());
        var first = await host.Project("P-1");
        foreach (var life in lives)
        {
            await life.Look();
            Assert.Equal("dormant", life.Phase);
            Assert.Equal(first.Events, life.Seen.Events);
            var kinds = (await life.Mails()).Select(m => m.Kind).Distinct().Order();
            Assert.Equal(["LightMail", "Receipt", "RelaunchFirst", "RelaunchLater", "Validated", "Warning"], kinds);

            // The same mails on the same days; those that wait for one opening leave it at each project's own minute.
            Assert.Equal((await host.Mails("P-1")).Select(m => (m.Kind, m.At.Day())), (await life.Mails()).Select(m => (m.Kind, m.At.Day())));
        }
    }

    [Fact]
    public async Task No_acknowledged_submission_is_lost_when_the_host_is_killed_under_load()
    {
        await using var host = await Host.Start();
        var now = await host.Now();
        var acknowledged = new System.Collections.Concurrent.ConcurrentBag<string>();
        var writers = Enumerable.Range(0, 8).Select(writer => Task.Run(
            async () =>
            {
                for (var i = 0; ; i++)
                {
                    var id = $"P-{writer}-{i}";
                    var submission = Submissions.Company(id, now);
                    if (await Record.ExceptionAsync(() => host.Post(host.Website, "/api/projects", submission)) is not null)
                    {
                        return;
                    }

                    acknowledged.Add(id);
                }
            },
            TestContext.Current.CancellationToken)).ToList();
        while (acknowledged.Count < Place.Many)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, TestContext.Current.CancellationToken);
        }

        host.Kill();
        await Task.WhenAll(writers);
        await host.Serve();

        await Parallel.ForEachAsync(
            acknowledged, TestContext.Current.CancellationToken, async (id, _) => Assert.True((await host.Project(id)).HasNext));
    }

    /// <param name="between">What happens after every step.</param>
    static async Task<Life> Live(Host host, Func<Task> between)
    {
        var life = await Life.OfCompany(host);
        await between();
        await life.IsCalledWhenDue("no-answer");
        await between();
        await life.IsCalledWhenDue("serious");
        await between();
        var relaunch = await life.WaitsForMail("RelaunchFirst");
        await between();
        await life.Answers(relaunch, ("answer", "still-looking"));
        await between();
        await life.WaitsForMail("RelaunchFirst");
        await between();
        await life.IsCalled("gave-up");
        await between();
        await life.WaitsForMail("OutcomeThanks");
        await between();
        await life.Waits("P1M");
        return life;
    }

    static IEnumerable<(string, string, DateTimeOffset)> Summary(IReadOnlyList<Mail> mails) => mails.Select(m => (m.Id, m.Kind, m.At));
}
