using FollowUp.Application.Ports;
using FollowUp.Domain.Calendars;
using FollowUp.Local.Demo.SampleData;
using FollowUp.Simulation.Parameters;
using FollowUp.Simulation.Players;
using FollowUp.Web.Demo;

namespace FollowUp.Local.Demo.Play;

/// <summary>Registers what a playing demo needs.</summary>
static class DemoPlayerSetup
{
    const long Seed = 1;

    /// <summary>Some ten for each of the two coordinators.</summary>
    const double ProjectsAWeek = 20;

    public static IServiceCollection AddDemoPlayer(this IServiceCollection services, int speed)
    {
        var (parameters, you) = (DefaultPeople.Parameters, SampleStaff.Staff.Single(member => member.Id == SampleStaff.Camille));
        services.AddSingleton(s => new DemoPlayer(
            s.GetRequiredService<DemoClock>(),
            new PlayedPeople(
                s.GetRequiredService<IProjectStore>(), s.GetRequiredService<IProjectIndex>(), s.GetRequiredService<IDirectory>(),
                new EventReactions(parameters, Seed), new PeoplePlayer(parameters, Seed, [.. SampleStaff.ProviderIds]), you.Id),
            new PlayedProjects(new ArrivalPlayer(parameters.Arrivals, WorkingCalendar.France, Seed, ProjectsAWeek)),
            s.GetRequiredService<IServiceScopeFactory>(), s.GetRequiredService<ILogger<DemoPlayer>>(), speed, you.Name));
        return services.AddSingleton<IDemoPlay>(s => s.GetRequiredService<DemoPlayer>()).AddHostedService(s => s.GetRequiredService<DemoPlayer>());
    }
}
