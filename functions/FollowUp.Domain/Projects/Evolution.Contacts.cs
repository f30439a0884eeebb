using System.Collections.Immutable;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Persons;
using FollowUp.Domain.Projects.Commands;
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
        MayRelaunchByPhone = contact.MayRelaunchByPhone && e.Channel != Channel.Phone,
    };

    /// <summary>A note that belongs to a call is taken back with it; one that was added by itself can be struck out.</summary>
    static Project ApplyNote(Project p, NoteAdded e, RecordedEvent recorded) => p with
    {
        LastNote = recorded.First is null ? new LastNote(recorded.By, recorded.At, recorded.Seq) : p.LastNote,
        SharedNotes = e.Visibility == Visibility.Shared ? p.SharedNotes?.Add(recorded.Seq) : p.SharedNotes,
    };

    /// <summary>Cancels an agreed call. In phone validation the wait for the right number begins.</summary>
    static Project ApplyWrongNumber(Project p, Instant now) => p with
    {
        IsNumberWrong = true,
        Agenda = p.Agenda with { AgreedCall = null, CallAfterPause = null },
        Stage = p.Stage == Stage.LastMailSent ? Stage.Reaching : p.Stage,
        Cycle = p.Phase == Phase.AwaitingValidation && p.Stage != Stage.InformationAsked ? p.Cycle with { StartedAt = now } : p.Cycle,
    };

    /// <summary>Another number cures a wrong one: in phone validation the attempts start again.</summary>
    static Project ApplyNewNumber(Project p, Instant now) => p switch
    {
        { IsNumberWrong: false } => p,
        { IsOpen: false } => p with { IsNumberWrong = false },
        { Phase: Phase.AwaitingValidation } => RestartCycle(p, now) with { IsNumberWrong = false, Stage = Stage.Reaching },
        _ => RestartCycle(p, now) with { IsNumberWrong = false },
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

    /// <summary>
    /// What a consent changes on the project that it is recorded on. The decision appends <see cref="ContactUpdated"/> where the person's history says
    /// otherwise, as for a consent that a later objection withdrew.
    /// </summary>
    static Project ApplyConsent(Project p, ConsentRecorded e)
    {
        var recorded = p with { Latest = p.Latest with { Consent = new LastConsent(e.Scope, e.Given, e.At) } };
        return p.Erased || p.ClientType == ClientType.Company ? recorded : WithContact(recorded, (e.Scope, e.Given) switch
        {
            (ConsentScope.Later, true) => p.Contact with { MayCall = true, MayRelaunchByPhone = true },
            (ConsentScope.Later, false) => p.Contact with { MayRelaunchByPhone = false },
            (_, true) => p.Contact with { MayCall = true },
            (_, false) => p.Contact with { MayCall = p.Contact.MayRelaunchByPhone },
        });
    }

    /// <summary>
    /// Other contact rights. When they take the calls away, a call that was agreed before is cancelled; a person who may not be called may ask for
    /// one all the same.
    /// </summary>
    static Project WithContact(Project p, ContactRights contact)
    {
        var losesCalls = (p.Contact.MayCall && !contact.MayCall) || contact.QuietUntil > (p.Contact.QuietUntil ?? Instant.MinValue);
        var losesRelaunches = p.Phase != Phase.AwaitingValidation && p.Contact.MayRelaunchByPhone && !contact.MayRelaunchByPhone;
        return p with
        {
            Contact = contact,
            Agenda = p.Agenda with
            {
                AgreedCall = losesCalls ? null : p.Agenda.AgreedCall,
                CallAfterPause = losesCalls || losesRelaunches ? null : p.Agenda.CallAfterPause,
            },
        };
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
