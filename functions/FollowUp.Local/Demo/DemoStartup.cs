using FollowUp.Application.Ports;
using FollowUp.Application.Settings;
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

    /// <summary>Opens a demo, or makes an empty installation one. Removes sample data that a killed host left incomplete.</summary>
    /// <exception cref="BadArgumentException">The installation is real, or a demo of an earlier version, or holds data that no demo made.</exception>
    public static async Task<IStore> OpenStore(Installation installation)
    {
        var store = await installation.OpenStore();
        try
        {
            await EnsureDemo(store, installation);
            if (await IsIncomplete(store.Settings))
            {
                await EnsureOnlySamples(store, installation);
                await store.Clear([StoreKindSetting.Key, SamplesSetting, .. AccessKeys.GetSettings(AccessKeyKind.Website)]);

                // Opened again, because a store may cache what it read.
                store.Dispose();
                store = await installation.OpenStore();
                await store.Settings.Remove(SamplesSetting);
            }

            return store;
        }
        catch
        {
            store.Dispose();
            throw;
        }
    }

    /// <summary>Opens an installation that is no demo, and marks it so.</summary>
    /// <exception cref="BadArgumentException">The installation is a demo.</exception>
    public static async Task<IStore> OpenRealStore(Installation installation)
    {
        var store = await installation.OpenStore();
        if (await DemoClock.LoadSaved(store.Settings) is null && await StoreKindSetting.Mark(store.Settings, StoreKind.Real) == StoreKind.Real)
        {
            return store;
        }

        store.Dispose();
        throw new BadArgumentException(
            $"{installation.CommandLineOption}: this is a demo. Serve it with --demo, or name a new folder for the real department.");
    }

    /// <summary>Whether sample data are being made, or a killed host left them incomplete.</summary>
    public static async Task<bool> IsIncomplete(IKeyValueStore settings) => await settings.Get(SamplesSetting) == SamplesInProgress;

    static async Task EnsureDemo(IStore store, Installation installation)
    {
        if (await StoreKindSetting.Find(store.Settings) == StoreKind.Demo)
        {
            return;
        }

        if (await DemoClock.LoadSaved(store.Settings) is not null)
        {
            throw NotADemo(installation, "was made by a demo of an earlier version");
        }

        if (await HasData(store))
        {
            throw NotADemo(installation, "holds data that no demo made");
        }

        if (await StoreKindSetting.Mark(store.Settings, StoreKind.Demo) != StoreKind.Demo)
        {
            throw NotADemo(installation, "is a real department's");
        }
    }

    /// <summary>What is cleared must be what a demo made: somebody may have added data since a demo was killed.</summary>
    static async Task EnsureOnlySamples(IStore store, Installation installation)
    {
        var staff = (await store.Directory.AllStaff()).Select(s => s.Id).Except(SampleStaff.Staff.Select(s => s.Id));
        var providers = (await store.Directory.AllProviders()).Select(p => p.Id).Except(SampleStaff.ProviderIds);
        var projects = await store.Projects.ListProjectIds().ToListAsync();
        if (staff.Any() || providers.Any() || projects.Except(SampleProjects.All.Select(p => p.Id)).Any() || !(await store.Complaints.All()).IsEmpty)
        {
            throw NotADemo(installation, "holds data that no demo made, beside sample data that a killed demo left incomplete");
        }
    }

    static async Task<bool> HasData(IStore store) =>
        !(await store.Directory.AllStaff()).IsEmpty || !(await store.Directory.AllProviders()).IsEmpty || !(await store.Complaints.All()).IsEmpty
        || await store.Projects.ListProjectIds().AnyAsync();

    static BadArgumentException NotADemo(Installation installation, string reason) =>
        new($"--demo: the installation of {installation.CommandLineOption} {reason}. Nothing was changed. Start a new folder for the demo.");

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
        var settings = services.GetRequiredService<IKeyValueStore>();
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
