using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Projects.Events;
using NodaTime;

namespace FollowUp.Domain.Projects;

/// <summary>What the figures of the board need of a project besides its state. No decision depends on it.</summary>
/// <param name="PhaseSince">When the project entered its phase.</param>
/// <param name="Called">Whether a call to the client was made, answered or not.</param>
/// <param name="Attempts">Attempts of phone validation in this generation that reached nobody.</param>
/// <param name="Reached">Whether a call of phone validation reached the client in this generation.</param>
/// <param name="Relaunch">The newest relaunch, while the client has not answered it; null without one.</param>
public sealed record FigureState(Instant PhaseSince, bool Called = false, int Attempts = 0, bool Reached = false, UnansweredRelaunch? Relaunch = null)
{
    /// <summary>The state after an event.</summary>
    /// <param name="before">The project before; null for its submission.</param>
    /// <param name="after">The project after, whose own figures are not set yet.</param>
    /// <param name="recorded">The event.</param>
    /// <returns>Null for a project of an earlier version, whose timeline was not folded again since.</returns>
    internal static FigureState? After(Project? before, Project after, RecordedEvent recorded) => (before, recorded.Event) switch
    {
        (null, _) => new FigureState(recorded.At),

        // The state from before the decision comes back with its figures.
        (_, ClosingUndone or DecisionUndone) => after.Figures,
        ({ Figures: { } figures }, _) => figures.AddEvent(before, recorded).AddState(before, after, recorded),
        _ => null,
    };

    FigureState AddEvent(Project before, RecordedEvent recorded) => recorded.Event switch
    {
        CallMissed e => this with
        {
            Called = true,
            Attempts = e is { Attempt: > 0, SameHalfDay: false } ? Attempts + 1 : Attempts,
            Relaunch = e is { Relaunch: > 0, SameHalfDay: false } ? UnansweredRelaunch.By(Channel.Phone, e.Relaunch, e.Warning, recorded.At) : Relaunch,
        },
        ClientReached { Direction: CallDirection.Outbound } => this with { Called = true, Reached = Reached || before.Phase == Phase.AwaitingValidation },
        RelaunchMailed e => this with { Relaunch = UnansweredRelaunch.By(Channel.Mail, e.Number, e.Kind == RelaunchKind.Warning, recorded.At) },
        LightMailSent => this with { Relaunch = new UnansweredRelaunch(UnansweredRelaunch.Quarter, Channel.Mail, recorded.At) },
        ProjectReopened => this with { Attempts = 0, Reached = false, Relaunch = null },
        _ => this,
    };

    FigureState AddState(Project before, Project after, RecordedEvent recorded)
    {
        var isAnswered = Relaunch is not null && (!after.IsOpen || after.LastSignOfLifeVersion == recorded.Seq);
        return after.Phase == before.Phase && !isAnswered
            ? this
            : this with { PhaseSince = after.Phase == before.Phase ? PhaseSince : recorded.At, Relaunch = isAnswered ? null : Relaunch };
    }
}
