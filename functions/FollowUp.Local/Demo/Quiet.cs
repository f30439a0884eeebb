using FollowUp.Application.Ports;
using NodaTime;

namespace FollowUp.Local;

/// <summary>
/// Knows until when no project has anything due, so that a walk through months in which the department's calendar alone has something to do
/// does not ask the index every day. One wake, a turn of any project or another walk, and it asks again.
/// </summary>
public sealed class Quiet(IProjectIndex index, Wakes wakes)
{
    const long Never = -1;

    long asOf = Never;
    Instant? nextDue;

    public async Task<bool> Until(Instant at)
    {
        var raised = wakes.Raised;
        if (asOf != raised)
        {
            (nextDue, asOf) = (await index.GetNextDue(), raised);
        }

        return nextDue is not { } due || due > at;
    }

    public void Broken() => asOf = Never;
}
