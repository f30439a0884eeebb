using System.Collections.Immutable;
using FollowUp.Application.People;
using NodaTime;

namespace FollowUp.Web.Console.Providers;

/// <summary>The list of providers.</summary>
/// <param name="Providers">Ordered by name.</param>
/// <param name="Ending">Those whose subscription ends within thirty days, the first end first.</param>
public sealed record ProvidersPageViewModel(ConsoleVisit Visit, ImmutableArray<ProviderProfile> Providers, ImmutableArray<ProviderProfile> Ending)
{
    public LocalDate Today => Visit.Days.Today;
}
