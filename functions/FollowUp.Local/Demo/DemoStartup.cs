using FollowUp.Application.Ports;
using FollowUp.Domain.Calendars;
using FollowUp.Local.CommandLine;
using FollowUp.Local.Demo.SampleData;
using FollowUp.Local.Hosting;
using FollowUp.Local.Scheduling;
using FollowUp.Storage.Shared;
using NodaTime;

namespace FollowUp.Local.Demo;

/// <summary>How a demo begins: with samples in an empty folder, else where it was left.</summary>
static class DemoStartup
{
    /// <summary>Whether the samples are being made or made; absent while there are none.</summary>
    const string SamplesSetting = "demo-samples";
    const string SamplesInProgress = "making";
    const string SamplesComplete = "made";

    /// <summary>Opens the folder. Samples that a killed host left half made are thrown away.</summary>
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

    /// <param name="real">Says on which day a new demo begins.</param>
    public static async Task<AdjustableTimeProvider> CreateClock(IStore store, TimeProvider real)
    {
        var today = WorkingCalendar.France.DateOf(Instant.FromDateTimeOffset(real.GetUtcNow()));
        return new AdjustableTimeProvider(await DemoClock.Restore(store.Settings, DemoClock.GetFirstOpening(today)));
    }

    /// <summary>Before anybody is served: the samples, or the rest of a walk of the clock that a killed host began.</summary>
    public static async Task PrepareData(IServiceProvider services, bool withProjects)
    {
        var settings = services.GetRequiredService<ISettings>();
        if (await settings.Get(SamplesSetting) is null && (await services.GetRequiredService<IDirectory>().AllStaff()).IsEmpty)
        {
            await settings.Set(SamplesSetting, SamplesInProgress);
            await ActivatorUtilities.CreateInstance<SampleDataBuilder>(services).Build(withProjects);
            await settings.Set(SamplesSetting, SamplesComplete);
        }

        // The calendar begins where the clock stands, whatever move of it is asked for first.
        await services.GetRequiredService<ScheduledJobsService>().RunDue();
        await services.GetRequiredService<DemoClock>().ResumeInterruptedMove();
    }
}
