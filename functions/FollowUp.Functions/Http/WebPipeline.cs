using FollowUp.Web.Api;
using FollowUp.Web.InboundMail;
using FollowUp.Web.Shared.Setup;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace FollowUp.Functions.Http;

/// <summary>
/// The same ASP.NET Core pipeline as the local host's, behind every HTTP function: the function returns it as its result, and it answers.
/// One for all requests; the worker serializes what a function returns, so it shows no property.
/// </summary>
public sealed class WebPipeline : IResult
{
    /// <summary>No door takes so much, but the one for mails with their attachments.</summary>
    const long MaxBodyLength = 4 << 20;

    readonly RequestDelegate pipeline;

    public WebPipeline(IServiceProvider services)
    {
        var app = new ApplicationBuilder(services);
        app.UseFollowUpApi();
        app.UseFollowUpPages();
        app.UseRouting();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseAntiforgery();
        app.UseEndpoints(endpoints =>
        {
            endpoints.MapFollowUpApi();
            endpoints.MapFollowUpPages();
            endpoints.MapMailEvents();
            endpoints.MapInboundMail();
        });
        pipeline = app.Build();
    }

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var longest = httpContext.Request.Path.StartsWithSegments(InboundMailEndpoint.Path, StringComparison.OrdinalIgnoreCase)
            ? InboundMailEndpoint.MaxMessageBytes
            : MaxBodyLength;
        if (httpContext.Request.ContentLength > longest)
        {
            return Results.Problem(statusCode: StatusCodes.Status413PayloadTooLarge, title: "The body is too large.").ExecuteAsync(httpContext);
        }

        // Every request comes from the Functions host beside the worker, and what it forwards a caller can have written.
        httpContext.Connection.RemoteIpAddress = null;

        // The worker has routed the request to the function; from here it is routed anew, or it would enter the function again.
        httpContext.SetEndpoint(null);
        httpContext.Request.RouteValues = [];
        if (httpContext.RequestServices.GetService<IHttpContextAccessor>() is { } accessor)
        {
            accessor.HttpContext = httpContext;
        }

        return pipeline(httpContext);
    }
}
