using System.Text.Encodings.Web;
using FollowUp.Application.Ports;
using FollowUp.Web.Shared;
using FollowUp.Web.Shared.Limits;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace FollowUp.Web.Api.Authentication;

/// <summary>Authenticates a staff member by the bearer token; the store holds its hash only (<see cref="StaffTokens"/>).</summary>
sealed class StaffTokenHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder,
    ITokens tokens, IDirectory directory, StaffActorResolver actors, WrongKeyLimit wrongKeys)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string Name = "staff-token";
    const string Prefix = "Bearer ";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Request.Headers.Authorization is not [{ } shown] || !shown.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase))
        {
            return AuthenticateResult.NoResult();
        }

        var cancellation = Context.RequestAborted;
        if (await tokens.FindStaff(StaffTokens.Hash(shown[Prefix.Length..].Trim()), cancellation) is not { } id
            || await directory.FindStaff(id, cancellation) is not { } staff)
        {
            return AuthenticateResult.Fail("The staff token is unknown.");
        }

        var caller = new ApiCaller(await actors.Resolve(staff, cancellation), staff);
        return AuthenticateResult.Success(new AuthenticationTicket(caller.ToPrincipal(Name), Name));
    }

    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.StatusCode = Request.Headers.ContainsKey("Authorization")
            ? await wrongKeys.CountAndGetStatus(Context)
            : Math.Max(Response.StatusCode, StatusCodes.Status401Unauthorized);
        Response.Headers.Append("WWW-Authenticate", "Bearer");
    }
}
