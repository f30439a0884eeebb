using System.Text;
using MimeKit;
using MimeKit.Cryptography;

namespace FollowUp.Web.InboundMail.Senders;

/// <summary>Reads whether the mail gateway authenticated the sender (RFC 8601).</summary>
static class SenderAuthentication
{
    /// <param name="headers">The headers of the message.</param>
    /// <param name="sender">The author's address.</param>
    /// <param name="authenticatedBy">The gateway's authserv-id; results of other servers are then ignored.</param>
    public static Authenticity Read(HeaderList headers, string? sender, string? authenticatedBy)
    {
        var findings = headers.Where(h => h.Id == HeaderId.AuthenticationResults).Take(10).Select(Parse).OfType<AuthenticationResults>();
        if (string.IsNullOrWhiteSpace(authenticatedBy))
        {
            return findings.Any(f => f.Results.Any(r => HasResult(r, "dmarc", "fail"))) ? Authenticity.Forged : Authenticity.Proven;
        }

        // The gateway writes its results above any that came in under its name.
        var domain = (sender ?? "").Split('@')[^1];
        return findings.FirstOrDefault(f => string.Equals(f.AuthenticationServiceIdentifier, authenticatedBy.Trim(), StringComparison.OrdinalIgnoreCase))
            is { } ours && IsProven(ours, domain) ? Authenticity.Proven : Authenticity.Forged;
    }

    static bool IsProven(AuthenticationResults found, string domain) =>
        !found.Results.Any(r => HasResult(r, "dmarc", "fail"))
        && found.Results.Any(r => HasResult(r, "dmarc", "pass")
            || (HasResult(r, "dkim", "pass") && IsForDomain(r, domain, "d", "i"))
            || (HasResult(r, "spf", "pass") && IsForDomain(r, domain, "mailfrom")));

    static bool HasResult(AuthenticationMethodResult result, string method, string outcome) =>
        string.Equals(result.Method, method, StringComparison.OrdinalIgnoreCase)
        && string.Equals(result.Result, outcome, StringComparison.OrdinalIgnoreCase);

    static bool IsForDomain(AuthenticationMethodResult result, string domain, params string[] properties) => result.Properties.Any(p =>
        properties.Contains(p.Property, StringComparer.OrdinalIgnoreCase)
        && string.Equals(p.Value.Split('@')[^1], domain, StringComparison.OrdinalIgnoreCase));

    static AuthenticationResults? Parse(Header header) =>
        AuthenticationResults.TryParse(Encoding.UTF8.GetBytes(header.Value ?? ""), out var results) ? results : null;
}
