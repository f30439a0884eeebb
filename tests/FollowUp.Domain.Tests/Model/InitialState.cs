using System.Collections.Immutable;
using FollowUp.Domain.Tests.Given;

namespace FollowUp.Domain.Tests.Model;

/// <summary>The state that an exploration starts from, or several of one policy whose lives lead through the same states on other dates.</summary>
/// <param name="WithProviders">Whether states are distinguished by what providers did and by who is in charge.</param>
/// <param name="WithReopening">Whether states are distinguished by whether the project was reopened.</param>
sealed record InitialState(string Name, Story Story, bool WithProviders = false, bool WithReopening = false)
{
    /// <summary>Further beginnings. Each state is reached from the beginning that is nearest, so that its dates are those of either.</summary>
    public ImmutableArray<Story> Others { get; init; } = [];
}
