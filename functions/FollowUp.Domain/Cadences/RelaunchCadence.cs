using System.Collections.Immutable;
using FollowUp.Domain.Projects;

namespace FollowUp.Domain.Cadences;

/// <summary>The relaunches of a project in follow-up.</summary>
/// <param name="Delays">Days before each relaunch, counted from the one before.</param>
/// <param name="ThenEvery">Days between the relaunches after those.</param>
/// <param name="Channels">The channels of the relaunches in turn; after the last the first again.</param>
/// <param name="SilentBeforeWarning">Relaunches without an answer before the warning.</param>
/// <param name="SleepAfterWarning">Days between the warning and dormancy.</param>
/// <param name="MailInsteadOfCallAfter">Working days after which a call that was not made becomes a mail.</param>
public sealed record RelaunchCadence(
    ImmutableArray<int> Delays,
    int ThenEvery,
    ImmutableArray<Channel> Channels,
    int SilentBeforeWarning,
    int SleepAfterWarning,
    int MailInsteadOfCallAfter)
{
    /// <summary>Days before a relaunch.</summary>
    /// <param name="relaunch">Its index, from 0.</param>
    public int DelayBefore(int relaunch) => relaunch < Delays.Length ? Delays[relaunch] : ThenEvery;

    /// <summary>The preferred channel of a relaunch.</summary>
    /// <param name="relaunch">Its index, from 0.</param>
    public Channel ChannelOf(int relaunch) => Channels[relaunch % Channels.Length];
}
