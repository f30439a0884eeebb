using System.Collections.Immutable;
using NodaTime;

namespace FollowUp.Domain.Cadences;

/// <summary>The attempts to reach a client for phone validation.</summary>
/// <param name="FirstCallWithin">Open time between submission and the first call.</param>
/// <param name="Gaps">Working days before each further attempt, counted from the one before; there is one gap less than attempts.</param>
/// <param name="MailAfter">The attempts, from 1, after which a mail says "we tried to reach you"; the last one is among them.</param>
/// <param name="MorningAt">The planned time of a call in the morning.</param>
/// <param name="AfternoonAt">The planned time of a call in the afternoon.</param>
/// <param name="CloseAfter">Working days between the last mail and the closing as unreachable.</param>
/// <param name="InformationWithin">Working days to wait for missing information before the client is called again.</param>
public sealed record ValidationCadence(
    Duration FirstCallWithin,
    ImmutableArray<int> Gaps,
    ImmutableArray<int> MailAfter,
    LocalTime MorningAt,
    LocalTime AfternoonAt,
    int CloseAfter,
    int InformationWithin)
{
    /// <summary>The number of attempts.</summary>
    public int Attempts => Gaps.Length + 1;

    /// <summary>The next attempt that is followed by a mail. A client who may not be called gets these attempts only.</summary>
    /// <param name="attempts">Attempts so far.</param>
    public int GetNextMailedAttempt(int attempts)
    {
        foreach (var mailed in MailAfter)
        {
            if (mailed > attempts)
            {
                return mailed;
            }
        }

        return attempts + 1;
    }
}
