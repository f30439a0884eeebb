using System.Text;
using MimeKit;
using MimeKit.Cryptography;

namespace FollowUp.Web.InboundMail;

/// <summary>Reads whether the mail gateway authenticated the sender (RFC 8601). A mail with a project's token needs no authentication.</summary>
static class SenderAuthentication
{
    /// <param name="authenticatedBy">The gateway's authserv-id; results of other servers are then ignored.</param>
    public static bool IsAuthentic(InboundMessage mail, string? authenticatedBy)
    {
        var findings = mail.Mime.Headers.Where(h => h.Id == HeaderId.AuthenticationResults).Take(10).Select(Parse).OfType<AuthenticationResults>();
        if (string.IsNullOrWhiteSpace(authenticatedBy))
        {
            return !findings.Any(f => f.Results.Any(r => HasResult(r, "dmarc", "fail")));
        }

        // The gateway writes its results above any that came in under its name.
        var domain = (mail.Sender ?? "").Split('@')[^1];
        return findings.FirstOrDefault(f => string.Equals(f.AuthenticationServiceIdentifier, authenticatedBy.Trim(), StringComparison.OrdinalIgnoreCase))
            is { } ours && IsProven(ours, domain);
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
