using FollowUp.Application.Ports;
using Microsoft.AspNetCore.Http;

namespace FollowUp.Web.Api;

/// <summary><c>GET /health</c>: 200 once requests are served and the store answers.</summary>
static class HealthEndpoint
{
    public static async Task<IResult> Handle(HttpContext http, IDepartmentSettings settings)
    {
        http.Response.Headers.CacheControl = "no-store";
        await settings.ReadVersion(http.RequestAborted);
        return TypedResults.Ok(new HealthResponse("ok"));
    }
}
