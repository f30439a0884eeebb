namespace FollowUp.Domain.Persons;

/// <summary>Something that a person's record took from the timeline of one of their projects.</summary>
interface IPersonFact
{
    /// <summary>The project's id.</summary>
    string Project { get; }

    /// <summary>The timeline entry that it comes from.</summary>
    long Seq { get; }
}
