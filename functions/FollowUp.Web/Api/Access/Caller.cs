using FollowUp.Application.People;
using FollowUp.Domain.Permissions;
using Microsoft.AspNetCore.Http;

namespace FollowUp.Web;

/// <summary>Who asks: the website, or a member of staff.</summary>
/// <param name="Staff">Null for the website.</param>
sealed record Caller(Actor Actor, Staff? Staff)
{
    public static readonly Caller Website = new(Actor.Website, null);

    public static Caller Of(HttpContext http) =>
        http.Features.Get<Caller>() ?? throw new InvalidOperationException("This endpoint lets anybody in.");
}
