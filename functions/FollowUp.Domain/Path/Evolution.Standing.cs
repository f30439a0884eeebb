using System.Collections.Immutable;

namespace FollowUp.Domain;

/// <summary>How the client may be reached, and where the providers stand.</summary>
public static partial class Evolution
{
    static ContactRights Without(ContactRights contact, ChannelClosed e) => contact with
    {
        Calls = contact.Calls && e.Channel != Channel.Phone,
        Mails = contact.Mails && e.Channel != Channel.Mail,
        QuietUntil = e.QuietUntil ?? contact.QuietUntil,
    };

    static ImmutableArray<ProviderStanding> Wanted(Project p, string provider) => With(p, p.Standing(provider) with { Wanted = true });

    static ImmutableArray<ProviderStanding> With(Project p, ProviderStanding standing)
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
