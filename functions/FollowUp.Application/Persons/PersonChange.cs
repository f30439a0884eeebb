using FollowUp.Domain.Persons;

namespace FollowUp.Application.Persons;

/// <summary>A change of a person, decided on one version and written only on that version.</summary>
/// <param name="ExpectedVersion">The version that it was decided on; 0 for a new person.</param>
/// <param name="After">The person after the change, at the version after that.</param>
public sealed record PersonChange(long ExpectedVersion, Person After)
{
    /// <summary>The change from one state to another; null when they are the same instance.</summary>
    public static PersonChange? Between(Person before, Person after) =>
        ReferenceEquals(before, after) ? null : new PersonChange(before.Version, after with { Version = before.Version + 1 });
}
