using FollowUp.Application.Projects;
using FollowUp.Simulation.Players;
using FollowUp.Web.Demo;
using NodaTime;

namespace FollowUp.Local.Demo.Play;

/// <summary>
/// Lets the demo's clock run, with people who act at every full five minutes of it. The same start and the same acts of the visitor give the same
/// history, whatever the speed.
/// </summary>
public sealed partial class DemoPlayer : BackgroundService, IDemoPlay
{
    /// <summary>The lowest speed.</summary>
    public const int MinSpeed = 1;

    /// <summary>The highest speed: an hour a second.</summary>
    public const int MaxSpeed = 3_600;

    static readonly Duration Round = Duration.FromSeconds(ArrivalPlayer.StretchSeconds);

    /// <summary>In the machine's time.</summary>
    static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(250);

    /// <summary>A machine that was busy for longer does not make up for it: the clock runs slower then.</summary>
    static readonly TimeSpan LongestTick = TimeSpan.FromSeconds(2);

    readonly DemoClock clock;
    readonly PlayedPeople people;
    readonly PlayedProjects projects;
    readonly IServiceScopeFactory scopes;
    readonly ILogger<DemoPlayer> log;
    volatile int speed;
    volatile bool paused;

    internal DemoPlayer(DemoClock clock, PlayedPeople people, PlayedProjects projects, IServiceScopeFactory scopes, ILogger<DemoPlayer> log, int speed, string you)
    {
        (this.clock, this.people, this.projects, this.scopes, this.log, this.speed) = (clock, people, projects, scopes, log, speed);
        You = you;
    }

    /// <inheritdoc/>
    public Instant Now => clock.Now;

    /// <inheritdoc/>
    public int Speed => speed;

    /// <inheritdoc/>
    public bool IsPaused => paused;

    /// <inheritdoc/>
    public string You { get; }

    /// <inheritdoc/>
    public void Pause(bool paused) => this.paused = paused;

    /// <inheritdoc/>
    public void GoFaster() => speed = Math.Min(MaxSpeed, speed * 2);

    /// <inheritdoc/>
    public void GoSlower() => speed = Math.Max(MinSpeed, speed / 2);

    /// <summary>Moves the clock by a stretch; people act at each full five minutes on the way. Not for concurrent callers.</summary>
    public async Task Advance(Duration stretch)
    {
        var target = clock.Now + stretch;
        for (var at = GetNextRound(clock.Now); at <= target; at += Round)
        {
            await clock.MoveTo(at);
            await using var scope = scopes.CreateAsyncScope();
            var commands = scope.ServiceProvider.GetRequiredService<ProjectCommands>();
            await people.Act(commands, scope.ServiceProvider.GetRequiredService<PolicyLoader>(), at);
            await projects.Post(commands, at);
        }

        await clock.MoveTo(target);
    }

    /// <summary>Runs in the machine's time.</summary>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Tick, TimeProvider.System);
        var last = TimeProvider.System.GetTimestamp();
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                var now = TimeProvider.System.GetTimestamp();
                var elapsed = TimeProvider.System.GetElapsedTime(last, now);
                last = now;
                if (!paused) await TryAdvance(Duration.FromTimeSpan(elapsed < LongestTick ? elapsed : LongestTick) * speed);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
        }
    }

    async Task TryAdvance(Duration stretch)
    {
        try
        {
            await Advance(stretch);
        }
        catch (Exception failure)
        {
            LogFailed(failure.GetType().Name, failure.StackTrace);
        }
    }

    static Instant GetNextRound(Instant now) => Instant.FromUnixTimeSeconds((ArrivalPlayer.NumberOf(now) + 1) * ArrivalPlayer.StretchSeconds);

    [LoggerMessage(LogLevel.Error, "A round of the playing demo failed ({Failure}); the clock goes on.\n{StackTrace}")]
    partial void LogFailed(string failure, string? stackTrace);
}
