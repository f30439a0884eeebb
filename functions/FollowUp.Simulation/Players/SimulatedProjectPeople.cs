using FollowUp.Domain.Projects;
using FollowUp.Simulation.Parameters;
using FollowUp.Simulation.Randomness;
using NodaTime;

namespace FollowUp.Simulation.Players;

/// <summary>What only the client of a project knows. It follows from the seed and the project's id, so that nothing of it has to be stored.</summary>
sealed class SimulatedProjectPeople
{
    const double Day = 86_400;

    public SimulatedProjectPeople(PeopleParameters people, long seed, Project project)
    {
        Draws = new Draws(seed, 0, GetSubject(project.Id));
        Serious = Draws.Happens(people.Clients.SeriousShare, Purpose.Serious);
        Never = Draws.Happens(people.Phone.NeverShare, Purpose.Never);
        Wish = Serious ? people.Decisions.GetWish(Draws.Next(Purpose.Wish)) : Department.Wish.Nothing;
        DecidesAt = project.SubmittedAt + Duration.FromSeconds((long)(Draws.NextOf(people.Decisions.DaysToDecide, Purpose.WishDays) * Day));
        Providers = people.Providers.GetCount(Draws.Next(Purpose.ProviderCount));

        // A client who acted since has given the right number.
        NumberWrong = project.LastSignOfLifeVersion <= 1 && Draws.Happens(people.Clients.WrongNumberShare, Purpose.WrongNumber);
    }

    public Draws Draws { get; }

    public bool Serious { get; }

    /// <summary>Whether the client answers no unknown number.</summary>
    public bool Never { get; }

    public bool NumberWrong { get; }

    /// <summary>What the client decides in the end.</summary>
    public Department.Wish Wish { get; }

    public Instant DecidesAt { get; }

    /// <summary>How many providers come forward.</summary>
    public int Providers { get; }

    /// <summary>FNV-1a, the same in every process.</summary>
    static int GetSubject(string projectId)
    {
        var hash = 2166136261u;
        foreach (var letter in projectId) hash = (hash ^ letter) * 16777619u;
        return (int)(hash & int.MaxValue);
    }
}
