using System.Text.Encodings.Web;
using FollowUp.Application.Ports;
using FollowUp.Application.Serialization;
using FollowUp.Application.Settings;
using FollowUp.Domain.Text;
using FollowUp.Web.Api.Responses;
using FollowUp.Web.Shared.Http;
using FollowUp.Web.Shared.Limits;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NodaTime.Extensions;

namespace FollowUp.Web.Api.Authentication;

/// <summary>Authenticates the website by its key in the header <c>x-functions-key</c>.</summary>
sealed class WebsiteKeyHandler(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, AccessKeys keys,
    IAuditLog audit, WrongKeyLimit wrongKeys, TimeProvider time)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string Name = "website-key";
    public const string Header = "x-functions-key";
    const string WebsiteOnly = "website-only";

    static readonly LocalizedText WebsiteOnlyTitle = new("Réservé au site", "For the website alone");
    static readonly LocalizedText WebsiteOnlyDetail = new(
        "Cette adresse est celle du site : elle demande sa clé. Un jeton du personnel n’y donne pas accès.",
        "This address is the website's: it asks for the website's key. A token of staff gives no access to it.");

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

    /// <summary>A staff member is told that the endpoint is the website's. The attempt is audited, as every refusal.</summary>
    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        if (!Request.Headers.ContainsKey(Header)
            && await Context.AuthenticateAsync(StaffTokenHandler.Name) is { Principal: { } user } && ApiCaller.Find(user) is { Staff: not null } staff)
        {
            await audit.Write(
                new AuditEntry(
                    time.GetCurrentInstant(), ProjectId: null, Kebab.Case(staff.Actor.Role), staff.Actor.Id, "website-endpoint", WebsiteOnly), Context.RequestAborted);
            await Problem.Of(StatusCodes.Status403Forbidden, WebsiteOnly, WebsiteOnlyTitle, WebsiteOnlyDetail, Context.GetLanguage()).ExecuteAsync(Context);
            return;
        }

        Response.StatusCode = Request.Headers.ContainsKey(Header) || Request.Headers.ContainsKey("Authorization")
            ? await wrongKeys.CountAndGetStatus(Context)
            : StatusCodes.Status401Unauthorized;
        Response.Headers.Append("WWW-Authenticate", $"ApiKey header=\"{Header}\"");
    }
}
