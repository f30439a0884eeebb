using NodaTime;

namespace FollowUp.Domain.Projects;

/// <summary>A cycle of the cadence: the attempts or relaunches since the last sign of life.</summary>
/// <param name="CadenceVersion">The cadence of this cycle. The next cycle takes the current cadence of the department.</param>
/// <param name="StartedAt">The instant from which the next delay of the cadence counts. Each step of the cycle moves it.</param>
/// <param name="Attempts">Failed attempts to reach the client in this cycle of phone validation.</param>
/// <param name="UnansweredContacts">Relaunches of this cycle; none has an answer.</param>
public sealed record Cycle(int CadenceVersion, Instant StartedAt, int Attempts = 0, int UnansweredContacts = 0)
{
    /// <summary>Whether the cycle began because the client did not send the information that was asked for.</summary>
    public bool IsInformationMissing { get; init; }
}
