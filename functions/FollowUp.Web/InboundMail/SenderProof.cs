using System.Text;
using MimeKit;
using MimeKit.Cryptography;

namespace FollowUp.Web;

/// <summary>Whether a mail comes from where it says, as the mail gateway found (RFC 8601). A mail that carries a project's token needs none.</summary>
static class SenderProof
{
    /// <param name="authenticatedBy">The gateway's own name; what others wrote is then not looked at.</param>
    public static bool Holds(InboundMessage mail, string? authenticatedBy)
    {
        var findings = mail.Mime.Headers.Where(h => h.Id == HeaderId.AuthenticationResults).Take(10).Select(Parse).OfType<AuthenticationResults>();
        if (string.IsNullOrWhiteSpace(authenticatedBy))
        {
            return !findings.Any(f => f.Results.Any(r => Is(r, "dmarc", "fail")));
        }

        // The gateway writes its own on top of whatever came in under its name.
        var domain = (mail.Sender ?? "").Split('@')[^1];
        return findings.FirstOrDefault(f => string.Equals(f.AuthenticationServiceIdentifier, authenticatedBy.Trim(), StringComparison.OrdinalIgnoreCase))
            is { } ours && Proven(ours, domain);
    }

    static bool Proven(AuthenticationResults found, string domain) =>
        !found.Results.Any(r => Is(r, "dmarc", "fail"))
        && found.Results.Any(r => Is(r, "dmarc", "pass")
            || (Is(r, "dkim", "pass") && Speaks(r, domain, "d", "i"))
            || (Is(r, "spf", "pass") && Speaks(r, domain, "mailfrom")));

    static bool Is(AuthenticationMethodResult result, string method, string outcome) =>
        string.Equals(result.Method, method, StringComparison.OrdinalIgnoreCase)
        && string.Equals(result.Result, outcome, StringComparison.OrdinalIgnoreCase);

    static bool Speaks(AuthenticationMethodResult result, string domain, params string[] properties) => result.Properties.Any(p =>
        properties.Contains(p.Property, StringComparer.OrdinalIgnoreCase)
        && string.Equals(p.Value.Split('@')[^1], domain, StringComparison.OrdinalIgnoreCase));

    static AuthenticationResults? Parse(Header header) =>
        AuthenticationResults.TryParse(Encoding.UTF8.GetBytes(header.Value ?? ""), out var results) ? results : null;
}
