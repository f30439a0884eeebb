using FollowUp.Domain.Permissions;
using FollowUp.Web.Api.Authentication;
using FollowUp.Web.Shared.People;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace FollowUp.Web.Api.Requests;

/// <summary>
/// Who may call an endpoint whatever the request says. It is asked before a wrong request is answered with its errors, so that a caller without the right hears of the
/// right first. A valid request is checked by the endpoint itself.
/// </summary>
/// <param name="Find">The refusal of the caller, written to the audit log; null for one who may call.</param>
sealed record RoleCheck(Func<HttpContext, StaffGate, ValueTask<Refusal?>> Find)
{
    public ValueTask<Refusal?> FindRefusal(HttpContext http) => Find(http, http.RequestServices.GetRequiredService<StaffGate>());
}

static class RoleCheckExtensions
{
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="what">What the audit log calls it.</param>
    public static TBuilder ForManagers<TBuilder>(this TBuilder endpoint, string what)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(
            new RoleCheck((http, gate) => gate.RequireManager(ApiCaller.Of(http).Actor, what, http.RequestAborted)));

    /// <summary>For those who follow projects up.</summary>
    public static TBuilder ForFollowUp<TBuilder>(this TBuilder endpoint, string what)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(
            new RoleCheck((http, gate) => gate.RequireFollowUp(ApiCaller.Of(http).Actor, what, http.RequestAborted)));

    /// <summary>For managers, and for the staff member whose address is in the path as <c>{email}</c>.</summary>
    public static TBuilder ForAbsences<TBuilder>(this TBuilder endpoint, string what)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(
            new RoleCheck((http, gate) => gate.RequireAbsences(
                ApiCaller.Of(http).Actor, Application.People.StaffId.Normalize((string)http.Request.RouteValues["email"]!), what, http.RequestAborted)));
}
