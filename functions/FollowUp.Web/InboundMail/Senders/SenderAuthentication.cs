using System.Text;
using FollowUp.Domain.Text;
using MimeKit;
using MimeKit.Cryptography;

namespace FollowUp.Web.InboundMail.Senders;

/// <summary>
/// Reads what the mail gateway found out about the sender (RFC 8601). Only the configured gateway can prove a sender, by the results that it wrote on
/// top of the message; a failure counts whoever found it, unless the gateway says otherwise.
/// </summary>
static class SenderAuthentication
{
    /// <summary>The most headers with results that are read.</summary>
    const int MaxHeaders = 20;

    /// <param name="headers">The headers of the message.</param>
    /// <param name="sender">The author's address.</param>
    /// <param name="authenticatedBy">The gateway's authserv-id; null when no gateway is configured.</param>
    public static Authenticity Read(HeaderList headers, string? sender, string? authenticatedBy)
    {
        var domain = DomainOf(sender ?? "");
        if (string.IsNullOrWhiteSpace(authenticatedBy))
        {
            return headers.Where(h => h.Id == HeaderId.AuthenticationResults).Take(MaxHeaders).Select(Parse).OfType<AuthenticationResults>()
                .Any(f => Judge([.. f.Results], domain) == Authenticity.Forged) ? Authenticity.Forged : Authenticity.Unknown;
        }

        return Judge(ReadOnTop(headers, authenticatedBy.Trim()), domain);
    }

    /// <summary>
    /// The results that the gateway wrote: those under its name above every other server's. A Received below the first of them ends them; what
    /// comes after it came in with the message.
    /// </summary>
    static List<AuthenticationMethodResult> ReadOnTop(HeaderList headers, string gateway)
    {
        var found = new List<AuthenticationMethodResult>();
        var read = 0;
        foreach (var header in headers)
        {
            if (header.Id == HeaderId.Received && read > 0)
            {
                break;
            }

            if (header.Id != HeaderId.AuthenticationResults)
            {
                continue;
            }

            if (++read > MaxHeaders || Parse(header) is not { } results
                || !string.Equals(results.AuthenticationServiceIdentifier, gateway, StringComparison.OrdinalIgnoreCase))
            {
                break;
            }

            found.AddRange(results.Results);
        }

        return found;
    }

    /// <summary>A failure wins over every other result.</summary>
    static Authenticity Judge(List<AuthenticationMethodResult> results, string domain)
    {
        bool Has(string method, params string[] outcomes) => results.Any(r => Is(r, method, outcomes));
        var isAligned = results.Any(r =>
            (Is(r, "dkim", "pass") && IsForDomain(r, domain, "d", "i"))
            || (Is(r, "spf", "pass") && IsForDomain(r, domain, "mailfrom")));
        if (Has("dmarc", "fail") || Has("compauth", "fail"))
        {
            return Authenticity.Forged;
        }

        if (results.Any(r => Is(r, "dmarc", "pass") && IsForDomainIfNamed(r, domain)) || isAligned)
        {
            return Authenticity.Proven;
        }

        // Without a policy of the domain, the failure of both checks is one.
        return Has("spf", "fail", "hardfail") && !Has("dkim", "pass") ? Authenticity.Forged : Authenticity.Unknown;
    }

    static bool Is(AuthenticationMethodResult result, string method, params ReadOnlySpan<string> outcomes)
    {
        if (!string.Equals(result.Method, method, StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        foreach (var outcome in outcomes)
        {
            if (string.Equals(result.Result, outcome, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    static bool IsForDomain(AuthenticationMethodResult result, string domain, params string[] properties) => result.Properties.Any(p =>
        properties.Contains(p.Property, StringComparer.OrdinalIgnoreCase) && DomainOf(p.Value) == domain);

    /// <summary>DMARC is about the domain in From; a gateway that names another one speaks of another header.</summary>
    static bool IsForDomainIfNamed(AuthenticationMethodResult result, string domain) =>
        !result.Properties.Any(p => string.Equals(p.Property, "from", StringComparison.OrdinalIgnoreCase)) || IsForDomain(result, domain, "from");

    /// <summary>The domain of an address, or the domain itself, in ASCII.</summary>
    static string DomainOf(string? value) => MailAddress.Normalize($"x@{(value ?? "").Split('@')[^1]}")[2..];

    static AuthenticationResults? Parse(Header header) =>
        AuthenticationResults.TryParse(Encoding.UTF8.GetBytes(header.Value ?? ""), out var results) ? results : null;
}
