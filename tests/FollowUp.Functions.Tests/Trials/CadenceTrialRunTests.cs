using FollowUp.Application.Cadences.Comparisons;
using FollowUp.Application.Cadences.Trials;
using FollowUp.Domain.Cadences;
using FollowUp.Domain.Calendars;
using FollowUp.Functions.Orchestration;
using FollowUp.Functions.Trials;
using FollowUp.Storage.Tables;
using FollowUp.Web.Console.Cadences.Trials;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Testing;

namespace FollowUp.Functions.Tests.Trials;

/// <summary>The trial of a cadence under the in-process durable test host, on tables.</summary>
public sealed class CadenceTrialRunTests
{
    static readonly AdjustableTimeProvider Time = new(OrchestrationFixture.MondayMorning);

    [Fact]
    public async Task Trial_is_simulated_year_by_year_and_compares_the_open_projects()
    {
        var store = await EmulatedTables.Open();
        var (trials, activities) = Create(store);
        await using var host = await Start(activities.BeginTrial, activities.SimulateYear, activities.GiveUpTrial);

        var trial = await Run(host, trials);

        Assert.Equal(TrialState.Finished, trial.State);
        Assert.Equal([1, 2, 3, 4, 5], trial.Done.Select(run => run.Number));
        Assert.Equal(0, trial.Live!.Projects);
        Assert.Equal(TrialSimulation.Run(trial, 3, TestContext.Current.CancellationToken).After, trial.Done[2].After);
    }

    [Fact]
    public async Task Stopped_trial_ends_with_the_years_that_have_begun()
    {
        var store = await EmulatedTables.Open();
        var (trials, activities) = Create(store);
        await using var host = await Start(
            activities.BeginTrial,
            async (year, cancellation) =>
            {
                var active = await activities.SimulateYear(year, cancellation);
                if (year.Number == 1) await trials.End(year.TrialId, TrialState.Cancelled, cancellation);
                return active && year.Number != 1;
            },
            activities.GiveUpTrial);

        var trial = await Run(host, trials);

        Assert.Equal(TrialState.Cancelled, trial.State);
        Assert.InRange(trial.Done.Length, 1, CadenceTrialRun.MaxConcurrentYears);
    }

    static (CadenceTrials Trials, TrialActivities Activities) Create(TablesStore store)
    {
        var trials = new CadenceTrials(store.Settings, Time);
        return (trials, new TrialActivities(new TrialWork(trials, new LiveComparer(store.Index, store.Directory, WorkingCalendar.France, Time))));
    }

    static async Task<CadenceTrial> Run(DurableTaskTestHost host, CadenceTrials trials)
    {
        var current = DefaultCadence.Initial;
        var slower = current with { Company = current.Company with { Relaunch = current.Company.Relaunch with { Delays = [6, 14, 28, 60] } } };
        var added = await trials.Add(
            TrialSimulation.Create(current, slower, "nadia@demo.example") with { Runs = 5, Projects = 40, Months = 3 }, TestContext.Current.CancellationToken);
        var runner = new DurableTrialRunner(new DurableClientHolder { Client = host.Client }, trials);
        Assert.True(await runner.Queue(added.Id, TestContext.Current.CancellationToken));
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        var ended = await host.Client.WaitForInstanceCompletionAsync(DurableTrialRunner.GetInstanceId(added.Id), limit.Token);
        Assert.Equal(OrchestrationRuntimeStatus.Completed, ended.RuntimeStatus);
        return (await trials.Find(added.Id, TestContext.Current.CancellationToken))!;
    }

    static Task<DurableTaskTestHost> Start(
        Func<string, CancellationToken, Task<int>> begin, Func<TrialYear, CancellationToken, Task<bool>> simulate, Func<string, CancellationToken, Task> giveUp)
    {
        // A delegate and no lambda in place; see DurableTestHost.
        Func<TaskOrchestrationContext, string, Task<bool>> run = async (context, id) =>
        {
            await CadenceTrialRun.Run(context, id);
            return true;
        };
        return DurableTestHost.Start(tasks =>
        {
            tasks.AddOrchestratorFunc(nameof(CadenceTrialRun), run);
            tasks.AddActivityFunc<string, int>(nameof(TrialActivities.BeginTrial), (_, id) => begin(id, default));
            tasks.AddActivityFunc<TrialYear, bool>(nameof(TrialActivities.SimulateYear), (_, year) => simulate(year, default));
            tasks.AddActivityFunc<string, bool>(nameof(TrialActivities.GiveUpTrial), async (_, id) =>
            {
                await giveUp(id, default);
                return true;
            });
        });
    }
}
