using FollowUp.Web.InboundMail.MailEvents;
using FollowUp.Web.Shared.Setup;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;

namespace FollowUp.Functions.Http;

/// <summary>
/// The ASP.NET Core pipeline of both hosts, behind every HTTP function. A function returns it as its result. One instance serves all requests;
/// it has no public properties, because the worker serializes what a function returns.
/// </summary>
public sealed class WebPipeline : IResult
{
    readonly RequestDelegate pipeline;

    public WebPipeline(IServiceProvider services)
    {
        var app = new ApplicationBuilder(services);
        app.UseFollowUp();
        app.UseEndpoints(endpoints => endpoints.MapFollowUp().MapMailEvents());
        pipeline = app.Build();
    }

    public Task ExecuteAsync(HttpContext httpContext)
    {
        // The worker's server would close the connection on a body over its own limit. A gateway without an answer sends the message again.
        if (httpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } bodySize)
        {
            bodySize.MaxRequestBodySize = null;
        }

        // Every request comes from the Functions host beside the worker. Where a setting names a header of the platform, the pipeline takes the address from there.
        httpContext.Connection.RemoteIpAddress = null;

        // The worker has routed the request to the function. The pipeline must route it again, or it would call the function again.
        httpContext.SetEndpoint(null);
        httpContext.Request.RouteValues = [];
        if (httpContext.RequestServices.GetService<IHttpContextAccessor>() is { } accessor)
        {
            accessor.HttpContext = httpContext;
        }

        return pipeline(httpContext);
    }
}
