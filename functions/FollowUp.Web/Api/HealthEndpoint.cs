using FollowUp.Application.Ports;
using FollowUp.Web.Api.Authentication;
using Microsoft.AspNetCore.Http;

namespace FollowUp.Web.Api;

/// <summary><c>GET /health</c>: 200 once requests are served and the store answers.</summary>
static class HealthEndpoint
{
    public static async Task<IResult> Handle(HttpContext http, ISettings settings)
    {
        http.Response.Headers.CacheControl = "no-store";
        await settings.Get(WebsiteKeyHandler.Setting, http.RequestAborted);
        return TypedResults.Ok(new HealthResponse("ok"));
    }
}
