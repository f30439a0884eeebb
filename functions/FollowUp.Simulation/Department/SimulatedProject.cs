using FollowUp.Domain.Permissions;
using FollowUp.Domain.Projects;
using FollowUp.Simulation.Randomness;

namespace FollowUp.Simulation.Department;

/// <summary>A project of the simulation with what only its client knows. It exists from the posting until the project is closed.</summary>
/// <param name="number">Its number in the team.</param>
/// <param name="draws">Its chances.</param>
/// <param name="coordinator">The number of its coordinator in the team.</param>
/// <param name="arrivedAt">When it was posted, in seconds of Unix time.</param>
sealed class SimulatedProject(int number, Draws draws, int coordinator, long arrivedAt)
{
    /// <summary>No call is queued.</summary>
    public const long NotQueued = -1;

    public int Number => number;

    public Draws Draws => draws;

    public int Coordinator => coordinator;

    public long ArrivedAt { get; } = arrivedAt;

    public required Actor Client { get; init; }

    /// <summary>The state; null before the submission and once it is closed.</summary>
    public Project? State { get; set; }

    public bool Serious { get; init; }

    public bool NumberWrong { get; set; }

    /// <summary>Whether the client answers no unknown number.</summary>
    public bool Never { get; init; }

    public Wish Wish { get; set; }

    public bool Decided { get; set; }

    /// <summary>Providers that proposed so far.</summary>
    public int Providers { get; set; }

    public int Calls { get; set; }

    /// <summary>Missed calls since the client last answered.</summary>
    public int MissedCalls { get; set; }

    public bool Reached { get; set; }

    public bool EverDormant { get; set; }

    public bool InformationAsked { get; set; }

    /// <summary>Mails that the client may answer, so far.</summary>
    public int Mails { get; set; }

    /// <summary>Answers and conversations so far.</summary>
    public int Answers { get; set; }

    /// <summary>When the client last heard of the department or the department of the client.</summary>
    public long LastContact { get; set; } = arrivedAt;

    /// <summary>When the client last acted or spoke.</summary>
    public long LastSign { get; set; } = arrivedAt;

    /// <summary>Contacts without an answer since <see cref="UnansweredSince"/>.</summary>
    public int Unanswered { get; set; }

    public long UnansweredSince { get; set; } = arrivedAt;

    /// <summary>The time under which the next call is queued; <see cref="NotQueued"/> when none is.</summary>
    public long QueuedAs { get; set; } = NotQueued;

    /// <summary>The time for which the domain plans the queued call.</summary>
    public long PlannedFor { get; set; }
}
