using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace FollowUp.Web.Shared.Http;

/// <summary>The security headers of pages, with a Content-Security-Policy each: nothing inline, nothing from other origins, no framing by others.</summary>
static class PageSecurityHeaders
{
    public const string Pages =
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    /// <summary>Pages of the console, whose script fetches the page again to refresh it.</summary>
    public const string Console = Pages + "; connect-src 'self'";

    /// <summary>Link pages, which run no script.</summary>
    public const string Links =
        "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    /// <summary>Mailbox pages, which show mails in frames.</summary>
    public const string Mailbox =
        "default-src 'none'; style-src 'self'; img-src 'self'; frame-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    /// <summary>The HTML of a mail in the mailbox: inline styles, no script, no form, an origin of its own.</summary>
    public const string MailBody =
        "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'self'; base-uri 'none'; form-action 'none'; "
        + "sandbox allow-popups allow-popups-to-escape-sandbox";

    /// <summary>Pages that run one script and no other.</summary>
    public static string ForScript(Uri script) => $"{Links}; script-src {script.GetLeftPart(UriPartial.Path)}";

    /// <summary>Sets the headers on every response of these endpoints.</summary>
    public static TBuilder WithPageHeaders<TBuilder>(this TBuilder endpoints, string policy)
        where TBuilder : IEndpointConventionBuilder =>
        endpoints.AddEndpointFilter(async (context, next) =>
        {
            Set(context.HttpContext.Response.Headers, policy);
            return await next(context);
        });

    public static void Set(IHeaderDictionary headers, string policy)
    {
        headers.ContentSecurityPolicy = policy;
        headers.CacheControl = "no-cache, no-store";
        headers.Pragma = "no-cache";
        headers["Referrer-Policy"] = "no-referrer";
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = policy.Contains("frame-ancestors 'self'", StringComparison.Ordinal) ? "SAMEORIGIN" : "DENY";
        headers["X-Robots-Tag"] = "noindex, nofollow";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
    }
}
