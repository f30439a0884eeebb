using System.Collections.Immutable;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Projects.Events;
using NodaTime;

namespace FollowUp.Domain.Projects;

/// <summary>How the client may be reached, and the states of the providers.</summary>
public static partial class Evolution
{
    static ContactRights CloseChannel(ContactRights contact, ChannelClosed e) => contact with
    {
        MayCall = contact.MayCall && e.Channel != Channel.Phone,
        MayMail = contact.MayMail && e.Channel != Channel.Mail,
        MailFailed = e.Channel == Channel.Mail ? e.By == ChannelClosedBy.Bounce : contact.MailFailed,
        QuietUntil = e.QuietUntil ?? contact.QuietUntil,
    };

    /// <summary>Cancels an agreed call. In phone validation the wait for the right number begins.</summary>
    static Project ApplyWrongNumber(Project p, Instant now) => p with
    {
        IsNumberWrong = true,
        Agenda = p.Agenda with { AgreedCall = null, CallAfterPause = null },
        Stage = p.Stage == Stage.LastMailSent ? Stage.Reaching : p.Stage,
        Cycle = p.Phase == Phase.AwaitingValidation && p.Stage != Stage.InformationAsked ? p.Cycle with { StartedAt = now } : p.Cycle,
    };

    /// <summary>In phone validation the attempts start again. A correction by staff is no sign of life.</summary>
    static Project ApplyCorrectedNumber(Project p, RecordedEvent recorded)
    {
        var isByStaff = recorded.Role is Role.Coordinator or Role.Manager;
        var corrected = isByStaff
            ? p.IsNumberWrong ? RestartCycle(p, recorded.At) with { IsNumberWrong = false } : p
            : RecordSignOfLife(p, recorded) with { IsNumberWrong = false };
        return corrected.Phase == Phase.AwaitingValidation && (p.IsNumberWrong || !isByStaff) ? corrected with { Stage = Stage.Reaching } : corrected;
    }

    static ImmutableArray<ProviderState> WithInterest(Project p, string provider) =>
        WithProvider(p, p.GetProviderState(provider) with { ClientInterested = true });

    static ImmutableArray<ProviderState> WithProvider(Project p, ProviderState state)
    {
        for (var i = 0; i < p.Providers.Length; i++)
        {
            if (p.Providers[i].Provider == state.Provider)
            {
                return p.Providers.SetItem(i, state);
            }
        }

        return p.Providers.Add(state);
    }
}
