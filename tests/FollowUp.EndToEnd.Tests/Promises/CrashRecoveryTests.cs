namespace FollowUp.EndToEnd.Tests.Promises;

/// <summary>kill -9 in the middle of a life: it goes on as if nothing had been.</summary>
public sealed class CrashRecoveryTests
{
    [Fact]
    public async Task A_life_with_a_killed_host_after_every_step_is_the_same_as_one_without()
    {
        await using var quiet = await HostProcess.StartEmptyDemo();
        await using var troubled = await HostProcess.StartEmptyDemo();
        var undisturbed = await RunLife(quiet, () => Task.CompletedTask);

        var disturbed = await RunLife(troubled, async () =>
        {
            troubled.Kill();
            await troubled.Serve();
        });

        Assert.Equal(undisturbed.Project.Events, disturbed.Project.Events);
        Assert.Equal(Summarize(await undisturbed.GetMails()), Summarize(await disturbed.GetMails()));
        disturbed.AssertDead("abandoned");
    }

    [Fact]
    public async Task A_walk_of_the_clock_that_a_kill_cuts_short_is_finished_by_the_next_start()
    {
        await using var host = await HostProcess.StartEmptyDemo();
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
            var walk = Task.Run(() => host.AdvanceTo(target), TestContext.Current.CancellationToken);
            await Task.Delay(TimeSpan.FromMilliseconds(40 * (kill + 1)), TimeProvider.System, TestContext.Current.CancellationToken);
            host.Kill();
            await Record.ExceptionAsync(() => walk);
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

            // The same mails on the same days; those that wait for one opening leave it at each project's own minute.
            Assert.Equal((await host.GetMails("P-1")).Select(m => (m.Kind, m.At.Day())), (await life.GetMails()).Select(m => (m.Kind, m.At.Day())));
        }
    }

    [Fact]
    public async Task No_acknowledged_submission_is_lost_when_the_host_is_killed_under_load()
    {
        await using var host = await HostProcess.StartEmptyDemo();
        var now = await host.Now();
        var acknowledged = new System.Collections.Concurrent.ConcurrentBag<string>();
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
        while (acknowledged.Count < StoreLocation.ManyProjects)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, TestContext.Current.CancellationToken);
        }

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
