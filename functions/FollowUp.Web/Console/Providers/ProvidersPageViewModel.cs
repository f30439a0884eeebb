using System.Collections.Immutable;
using FollowUp.Application.Charters;
using FollowUp.Application.People;
using NodaTime;

namespace FollowUp.Web.Console.Providers;

/// <summary>The list of providers.</summary>
/// <param name="Providers">Ordered by name.</param>
/// <param name="Ending">Those whose subscription ends within thirty days, the first end first.</param>
public sealed record ProvidersPageViewModel(ConsoleVisit Visit, ImmutableArray<ProviderProfile> Providers, ImmutableArray<ProviderProfile> Ending)
{
    /// <summary>How often the charter was enforced in the last thirty days; null for others than managers.</summary>
    public CharterRefusals? Refusals { get; init; }

    public LocalDate Today => Visit.Days.Today;
}
