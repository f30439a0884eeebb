using System.Collections.Immutable;
using FollowUp.Domain.Projects.Events;

namespace FollowUp.Domain.Projects;

/// <summary>How the client may be reached, and where the providers stand.</summary>
public static partial class Evolution
{
    static ContactRights CloseChannel(ContactRights contact, ChannelClosed e) => contact with
    {
        MayCall = contact.MayCall && e.Channel != Channel.Phone,
        MayMail = contact.MayMail && e.Channel != Channel.Mail,
        QuietUntil = e.QuietUntil ?? contact.QuietUntil,
    };

    static ImmutableArray<ProviderState> WithInterest(Project p, string provider) => WithProvider(p, p.GetProviderState(provider) with { ClientInterested = true });

    static ImmutableArray<ProviderState> WithProvider(Project p, ProviderState standing)
    {
        for (var i = 0; i < p.Providers.Length; i++)
        {
            if (p.Providers[i].Provider == standing.Provider)
            {
                return p.Providers.SetItem(i, standing);
            }
        }

        return p.Providers.Add(standing);
    }
}
