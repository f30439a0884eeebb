using System.Collections.Immutable;

namespace FollowUp.Application.Ports;

/// <summary>Looks up where the mail of a domain goes. Thread-safe.</summary>
public interface IMailDomains
{
    /// <summary>The hosts that take the mail of a domain: its MX records (RFC 5321, section 5.1), the preferred one first.</summary>
    /// <param name="domain">The domain.</param>
    /// <param name="cancellation">Cancels the look-up.</param>
    /// <returns>Empty when the domain has none, or says that it takes no mail (RFC 7505); null when DNS does not answer.</returns>
    Task<ImmutableArray<string>?> FindMailHosts(string domain, CancellationToken cancellation = default);
}
