using System.Security.Claims;
using FollowUp.Application.People;
using FollowUp.Domain.Permissions;
using Microsoft.AspNetCore.Http;

namespace FollowUp.Web.Api.Authentication;

/// <summary>The authenticated caller of the API: the website, or a staff member.</summary>
/// <param name="Staff">Null for the website.</param>
sealed record ApiCaller(Actor Actor, Staff? Staff)
{
    public static readonly ApiCaller Website = new(Actor.Website, null);

    /// <summary>The caller of this request. A request with the website's key and a staff token comes from the website.</summary>
    /// <exception cref="InvalidOperationException">The endpoint requires no caller (<see cref="ApiPolicies"/>).</exception>
    public static ApiCaller Of(HttpContext http) =>
        Find(http.User) ?? throw new InvalidOperationException($"{http.GetEndpoint()} requires no caller.");

    /// <summary>The caller of an authenticated request; null for another principal.</summary>
    public static ApiCaller? Find(ClaimsPrincipal user)
    {
        var callers = user.Identities.OfType<CallerIdentity>().Select(identity => identity.Caller).ToArray();
        return callers.FirstOrDefault(caller => caller.Staff is null) ?? callers.FirstOrDefault();
    }

    public ClaimsPrincipal ToPrincipal(string scheme) => new(new CallerIdentity(this, scheme));

    /// <summary>Carries the caller through the framework's authentication, so that nothing is loaded twice.</summary>
    sealed class CallerIdentity(ApiCaller caller, string scheme) : ClaimsIdentity(scheme)
    {
        public ApiCaller Caller => caller;
    }
}
