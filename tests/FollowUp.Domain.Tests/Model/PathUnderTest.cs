using System.Collections.Immutable;
using NodaTime;

namespace FollowUp.Domain.Tests.Model;

/// <summary>The four functions that the path is made of. The checks run on these, so that a deliberate break can be put in their place.</summary>
sealed record PathUnderTest(
    Func<Project?, Command, Actor, Policy, Instant, Decision> Decide,
    Func<Project, ImmutableArray<Recorded>, Policy, ImmutableArray<OwedMessage>> Owed,
    Func<Project, OwedMessage, string?> Overtaken)
{
    public static readonly PathUnderTest Real = new(Decider.Decide, Obligations.Of, Obligations.Overtaken);
}
