using FollowUp.Application.Ports;
using FollowUp.Application.Serialization;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Projects.Events;
using FollowUp.Local.Demo;
using FollowUp.Local.Demo.Play;
using FollowUp.Local.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace FollowUp.Local.Tests.Demo;

/// <summary>A demo whose clock runs: clients and colleagues act by themselves, and the projects of one coordinator are left to a real person.</summary>
public sealed class DemoPlayerTests : IDisposable
{
    const string You = "camille@demo.example";
    const string Colleague = "yanis@demo.example";

    static readonly Instant Monday = Instant.FromUtc(2026, 11, 23, 8, 0);

    readonly string folder = Directory.CreateTempSubdirectory("followup-play-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Clients_and_colleagues_act_and_you_are_left_your_work()
    {
        var history = await Play("one", [Duration.FromDays(2)]);

        Assert.DoesNotContain(history, entry => entry.By == You);
        Assert.Contains(history, entry => entry is { By: Colleague, Event: ClientReached });
        Assert.Contains(history, entry => entry.Role == Role.Client);
        Assert.Contains(history, entry => entry.Event is ProjectSubmitted);
        Assert.DoesNotContain(history, entry => entry.Event is ClientReached { OutsideRules: true } or CallMissed { OutsideRules: true });
    }

    [Fact]
    public async Task Same_history_comes_of_any_speed()
    {
        var slow = await Play("slow", Enumerable.Repeat(Duration.FromMinutes(7), 51));
        var fast = await Play("fast", [Duration.FromMinutes(7 * 51)]);

        Assert.NotEmpty(slow);
        Assert.Equal(slow.Select(Describe), fast.Select(Describe));
    }

    [Fact]
    public async Task Speed_is_doubled_and_halved_within_its_limits()
    {
        await using var demo = await StartDemo("speed");
        var player = demo.App.Services.GetRequiredService<DemoPlayer>();
        player.GoFaster();
        Assert.Equal(120, player.Speed);
        for (var i = 0; i < 10; i++) player.GoFaster();
        Assert.Equal(DemoPlayer.MaxSpeed, player.Speed);
        for (var i = 0; i < 20; i++) player.GoSlower();
        Assert.Equal(DemoPlayer.MinSpeed, player.Speed);
        player.Pause(true);
        Assert.True(player.IsPaused);
    }

    static string Describe(RecordedEvent entry) => $"{entry.At} {entry.Seq} {entry.By} {entry.Event.GetType().Name}";

    /// <summary>What happens in the given stretches, in the order of the projects.</summary>
    async Task<List<RecordedEvent>> Play(string name, IEnumerable<Duration> stretches)
    {
        await using var demo = await StartDemo(name);
        var player = demo.App.Services.GetRequiredService<DemoPlayer>();
        foreach (var stretch in stretches) await player.Advance(stretch);

        var store = demo.App.Services.GetRequiredService<IProjectStore>();
        var ids = await store.ListProjectIds(TestContext.Current.CancellationToken).ToListAsync();
        var history = new List<RecordedEvent>();
        foreach (var id in ids.Order(StringComparer.Ordinal))
        {
            history.AddRange((await store.ReadTimeline(id, TestContext.Current.CancellationToken).ToListAsync())
                .Select(entry => TimelineJson.Read(entry.Json)).Where(entry => entry.At > demo.Start));
        }

        return history;
    }

    async Task<StartedDemo> StartDemo(string name)
    {
        var installation = Installation.InFolder(DataFolder.Create(Path.Combine(folder, name)));
        var store = await DemoStartup.OpenStore(installation);
        var time = await DemoStartup.CreateClock(store, new AdjustableTimeProvider(Monday));
        var options = new ServeOptions(installation, "http://127.0.0.1:7071", Demo: true, WithoutProjects: false, Play: 60);
        var app = await FollowUpHost.Build(options, store, time);
        await DemoStartup.PrepareData(app.Services, withProjects: true);
        return new StartedDemo(store, app, time.Now);
    }

    sealed record StartedDemo(IDisposable Store, WebApplication App, Instant Start) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await App.DisposeAsync();
            Store.Dispose();
        }
    }
}
