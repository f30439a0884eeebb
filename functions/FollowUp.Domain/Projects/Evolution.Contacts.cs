using System.Collections.Immutable;
using FollowUp.Domain.Projects.Events;

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
