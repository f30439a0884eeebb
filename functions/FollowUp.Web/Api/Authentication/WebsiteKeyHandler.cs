using System.Text.Encodings.Web;
using FollowUp.Application.Settings;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace FollowUp.Web.Api.Authentication;

/// <summary>Authenticates the website by its key in the header <c>x-functions-key</c>.</summary>
sealed class WebsiteKeyHandler(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, AccessKeys keys)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string Name = "website-key";
    public const string Header = "x-functions-key";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Request.Headers[Header] is not [{ Length: > 0 } shown])
        {
            return AuthenticateResult.NoResult();
        }

        return await keys.IsValid(AccessKeyKind.Website, shown, Context.RequestAborted)
            ? AuthenticateResult.Success(new AuthenticationTicket(ApiCaller.Website.ToPrincipal(Name), Name))
            : AuthenticateResult.Fail("The website key is wrong.");
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.StatusCode = StatusCodes.Status401Unauthorized;
        Response.Headers.Append("WWW-Authenticate", $"ApiKey header=\"{Header}\"");
        return Task.CompletedTask;
    }
}
