using FollowUp.Application.People;
using FollowUp.Domain.Permissions;
using Microsoft.AspNetCore.Http;

namespace FollowUp.Web.Api.Authentication;

/// <summary>Who asks: the website, or a member of staff.</summary>
/// <param name="Staff">Null for the website.</param>
sealed record ApiCaller(Actor Actor, Staff? Staff)
{
    public static readonly ApiCaller Website = new(Actor.Website, null);

    public static ApiCaller Of(HttpContext http) =>
        http.Features.Get<ApiCaller>() ?? throw new InvalidOperationException("This endpoint lets anybody in.");
}
