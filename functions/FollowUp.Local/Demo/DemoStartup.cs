using FollowUp.Application.Ports;
using FollowUp.Domain.Calendars;
using FollowUp.Local.CommandLine;
using FollowUp.Local.Demo.SampleData;
using FollowUp.Local.Hosting;
using FollowUp.Local.Scheduling;
using FollowUp.Storage.Shared;
using NodaTime.Extensions;

namespace FollowUp.Local.Demo;

/// <summary>Prepares a demo: sample data in an empty installation, else the state that the last demo left.</summary>
static class DemoStartup
{
    /// <summary>The name of the setting with the state of the sample data; absent while there are none.</summary>
    const string SamplesSetting = "demo-samples";
    const string SamplesInProgress = "making";
    const string SamplesComplete = "made";

    /// <summary>Opens the installation. Deletes sample data that a killed host left incomplete.</summary>
    public static async Task<IStore> OpenStore(Installation folder)
    {
        var store = await folder.OpenStore();
        if (await store.Settings.Get(SamplesSetting) != SamplesInProgress)
        {
            return store;
        }

        var key = await KeyCommand.GetOrCreateKey(store.Settings);
        store.Dispose();
        await folder.DeleteData();
        store = await folder.OpenStore();
        await KeyCommand.SaveKey(store.Settings, key);
        return store;
    }

    /// <param name="store">The opened installation, which has the time of an earlier demo.</param>
    /// <param name="real">The clock that tells the first day of a new demo.</param>
    public static async Task<AdjustableTimeProvider> CreateClock(IStore store, TimeProvider real)
    {
        var today = WorkingCalendar.France.DateOf(real.GetCurrentInstant());
        return new AdjustableTimeProvider(await DemoClock.Restore(store.Settings, DemoClock.GetFirstOpening(today)));
    }

    /// <summary>Makes the sample data, or finishes a move of the clock during which the host was killed. Called before the host serves.</summary>
    public static async Task PrepareData(IServiceProvider services, bool withProjects)
    {
        var settings = services.GetRequiredService<ISettings>();
        if (await settings.Get(SamplesSetting) is null && (await services.GetRequiredService<IDirectory>().AllStaff()).IsEmpty)
        {
            await settings.Set(SamplesSetting, SamplesInProgress);
            await ActivatorUtilities.CreateInstance<SampleDataBuilder>(services).Build(withProjects);
            await settings.Set(SamplesSetting, SamplesComplete);
        }

        // The scheduled jobs begin at the present time of the clock, whatever its first move is.
        await services.GetRequiredService<ScheduledJobsService>().RunDue();
        await services.GetRequiredService<DemoClock>().ResumeInterruptedMove();
    }
}
