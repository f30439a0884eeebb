using FollowUp.Application.Ports;
using FollowUp.Domain.Calendars;
using NodaTime;

namespace FollowUp.Local;

/// <summary>How a demo begins: with samples in an empty folder, else where it was left.</summary>
static class DemoStart
{
    /// <summary>Whether the samples are being made or made; absent while there are none.</summary>
    const string Samples = "demo-samples";
    const string Making = "making";
    const string Made = "made";

    /// <summary>Opens the folder. Samples that a killed host left half made are thrown away.</summary>
    public static async Task<OpenedStore> Open(Installation folder)
    {
        var store = await folder.Open();
        if (await store.Settings.Get(Samples) != Making)
        {
            return store;
        }

        var key = await KeyCommand.KeyOf(store.Settings);
        store.Dispose();
        await folder.Clear();
        store = await folder.Open();
        await KeyCommand.KeepKey(store.Settings, key);
        return store;
    }

    /// <param name="real">Says on which day a new demo begins.</param>
    public static async Task<MovableTime> Clock(OpenedStore store, TimeProvider real)
    {
        var today = WorkingCalendar.France.DateOf(Instant.FromDateTimeOffset(real.GetUtcNow()));
        return new MovableTime(await DemoClock.Restore(store.Settings, DemoClock.StartOn(today)));
    }

    /// <summary>Before anybody is served: the samples, or the rest of a walk of the clock that a killed host began.</summary>
    public static async Task Prepare(IServiceProvider services, bool withProjects)
    {
        var settings = services.GetRequiredService<ISettings>();
        if (await settings.Get(Samples) is null && (await services.GetRequiredService<IDirectory>().AllStaff()).IsEmpty)
        {
            await settings.Set(Samples, Making);
            await ActivatorUtilities.CreateInstance<Sample>(services).Make(withProjects);
            await settings.Set(Samples, Made);
        }

        // The calendar begins where the clock stands, whatever move of it is asked for first.
        await services.GetRequiredService<DepartmentClock>().Settle();
        await services.GetRequiredService<DemoClock>().GoOn();
    }
}
