using DnsClient;
using FollowUp.Application.Ports;
using Microsoft.Extensions.DependencyInjection;

namespace FollowUp.Delivery.Lookups;

public static class MailDomainServices
{
    /// <summary>Registers the look-up of mail domains by the name servers of the machine.</summary>
    public static IServiceCollection AddMailDomains(this IServiceCollection services) =>
        services.AddSingleton<IMailDomains>(_ => new MailDomains(new LookupClientOptions()));
}
