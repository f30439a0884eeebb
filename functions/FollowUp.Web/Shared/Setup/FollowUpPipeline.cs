using FollowUp.Web.Api;
using FollowUp.Web.Api.Responses;
using FollowUp.Web.InboundMail;
using FollowUp.Web.Links;
using FollowUp.Web.Shared.Callers;
using FollowUp.Web.Shared.Http;
using FollowUp.Web.Shared.Settings;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace FollowUp.Web.Shared.Setup;

/// <summary>The services, the request pipeline and the endpoints that both hosts have.</summary>
public static class FollowUpPipeline
{
    /// <summary>The longest body in bytes of a request that is no inbound mail.</summary>
    const long MaxBodyBytes = 4 << 20;

    /// <summary>Registers API, pages, mails and inbound mail. The host adds the ports: stores, senders, signals.</summary>
    public static IServiceCollection AddFollowUp(this IServiceCollection services, Action<PagesOptions>? configure = null) => services
        .AddLogging(HideAddresses)
        .AddFollowUpApplication()
        .AddFollowUpApi()
        .AddFollowUpPages(configure)
        .AddInboundMail();

    /// <summary>
    /// The framework logs the address of each request at the level of information, and a link is in its path. The settings of an installation may ask
    /// for that level for all of the framework (<c>Logging__LogLevel__Microsoft</c>); these categories stay at warnings.
    /// </summary>
    static void HideAddresses(ILoggingBuilder logging)
    {
        foreach (var category in new[] { "Microsoft.AspNetCore", "Microsoft.AspNetCore.Hosting.Diagnostics", "Microsoft.AspNetCore.Routing" })
        {
            logging.AddFilter(category, LogLevel.Warning);
        }
    }

    /// <summary>
    /// Adds the middleware. The order matters: what chooses the language and turns errors into answers comes first, and authentication,
    /// authorization and antiforgery need the endpoint that routing chose.
    /// </summary>
    public static IApplicationBuilder UseFollowUp(this IApplicationBuilder app)
    {
        var options = app.ApplicationServices.GetRequiredService<IOptionsMonitor<PagesOptions>>();
        return app
            .UseCallerAddress()
            .Use(RefuseSniffing)
            .Use(CheckHostName)
            .Use(QueryKeys.Move)
            .Use((context, next) => UsePublicScheme(context, options.CurrentValue, next))
            .UsePageCompression()
            .UseRequestLanguage()
            .UseStatusCodePages(AnswerStatus)
            .UseExceptionHandler()
            .UseCurrentSettings()
            .Use(RefuseControlCharacters)
            .Use(RefuseLargeBody)
            .UseRouting()
            .UseAuthentication()
            .UseAuthorization()
            .UseAntiforgery();
    }

    /// <summary>Maps the API, the pages and inbound mail.</summary>
    public static IEndpointRouteBuilder MapFollowUp(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapFollowUpApi();
        endpoints.MapFollowUpPages();
        endpoints.MapInboundMail();
        return endpoints;
    }

    /// <summary>Reads changed settings before a request, in a host that stores settings (<see cref="SettingsServices"/>).</summary>
    static IApplicationBuilder UseCurrentSettings(this IApplicationBuilder app) =>
        app.ApplicationServices.GetService<CurrentSettings>() is not { } settings ? app : app.Use(async (context, next) =>
        {
            await settings.RefreshIfStale(context.RequestAborted);
            await next(context);
        });

    /// <summary>
    /// Every answer is what its content type says, an error of the API and the OpenAPI document too. The header is set last: the exception handler
    /// clears what was set before.
    /// </summary>
    static Task RefuseSniffing(HttpContext context, RequestDelegate next)
    {
        context.Response.OnStarting(() =>
        {
            context.Response.Headers.XContentTypeOptions = "nosniff";
            return Task.CompletedTask;
        });
        return next(context);
    }

    /// <summary>
    /// HTTP/1.0 needs no host name, and HTTP/1.1 allows an empty one (RFC 9112, section 3.2). The renderer of pages needs one that an address can
    /// have, and no page shows it.
    /// </summary>
    static Task CheckHostName(HttpContext context, RequestDelegate next)
    {
        if (!context.Request.Host.HasValue)
        {
            context.Request.Host = new HostString("host.invalid");
        }

        if (Uri.TryCreate($"{Uri.UriSchemeHttp}://{context.Request.Host.ToUriComponent()}/", UriKind.Absolute, out _))
        {
            return next(context);
        }

        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        return Task.CompletedTask;
    }

    /// <summary>No id and no address has a control character, and a store may refuse to look for one.</summary>
    static Task RefuseControlCharacters(HttpContext context, RequestDelegate next)
    {
        // A link with one is an unknown link like any other.
        if (context.Request.Path.Value?.Any(char.IsControl) != true || context.Request.Path.StartsWithSegments(LinkPath.Prefix))
        {
            return next(context);
        }

        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        return Task.CompletedTask;
    }

    /// <summary>
    /// A proxy passes https requests on as http; cookies depend on the scheme that the browser used. Browsers are told to use https alone for a year
    /// (RFC 6797).
    /// </summary>
    static Task UsePublicScheme(HttpContext context, PagesOptions options, RequestDelegate next)
    {
        if (options.IsSecure)
        {
            context.Request.Scheme = Uri.UriSchemeHttps;
            context.Response.Headers.StrictTransportSecurity = "max-age=31536000";
        }

        return next(context);
    }

    /// <summary>Gives a status without a body the problem or the page that belongs to it.</summary>
    static Task AnswerStatus(StatusCodeContext status)
    {
        var http = status.HttpContext;
        return ApiEndpoints.IsApiPath(http.Request.Path)
            ? Problem.ForStatus(http.Response.StatusCode, http.GetLanguage()).ExecuteAsync(http)
            : PageErrors.Answer(http, http.Response.StatusCode);
    }

    /// <summary>Answers a body that announces to be too long before it is read. Endpoints may set lower limits.</summary>
    static Task RefuseLargeBody(HttpContext context, RequestDelegate next)
    {
        var max = context.Request.Path.StartsWithSegments(InboundMailEndpoint.Path, StringComparison.OrdinalIgnoreCase)
            ? InboundMailEndpoint.MaxBodyBytes
            : MaxBodyBytes;
        if (context.Request.ContentLength <= max || context.Request.ContentLength is null)
        {
            return next(context);
        }

        context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
        return Task.CompletedTask;
    }
}
