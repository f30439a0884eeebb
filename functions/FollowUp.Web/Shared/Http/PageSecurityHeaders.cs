using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace FollowUp.Web.Shared.Http;

/// <summary>What every page tells the browser it may not do: nothing inline, nothing from elsewhere, in no frame of a stranger.</summary>
static class PageSecurityHeaders
{
    public const string Pages =
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    /// <summary>Pages reached by a link run no script at all.</summary>
    public const string Links =
        "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    /// <summary>The mailbox frames the mails that it shows, and nothing else does.</summary>
    public const string Mailbox =
        "default-src 'none'; style-src 'self'; img-src 'self'; frame-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    /// <summary>A mail as its recipient sees it: styles of its own, no script, no form, an origin of its own.</summary>
    public const string MailBody =
        "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'self'; base-uri 'none'; form-action 'none'; "
        + "sandbox allow-popups allow-popups-to-escape-sandbox";

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
        headers["X-Robots-Tag"] = "noindex, nofollow";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
    }
}
