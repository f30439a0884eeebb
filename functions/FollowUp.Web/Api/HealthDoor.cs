using FollowUp.Application.Ports;
using Microsoft.AspNetCore.Http;

namespace FollowUp.Web;

/// <summary><c>GET /health</c>: 200 once requests are served and the store answers.</summary>
static class HealthDoor
{
    public static async Task<IResult> Handle(HttpContext http, ISettings settings)
    {
        http.Response.Headers.CacheControl = "no-store";
        await settings.Get(WebsiteKey.Setting, http.RequestAborted);
        return TypedResults.Ok(new HealthAnswer("ok"));
    }
}

sealed record HealthAnswer(string Status);
