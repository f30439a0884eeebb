using System.Buffers.Text;
using FollowUp.Application.People;
using FollowUp.Application.SecondFactors;
using FollowUp.Web.Shared.Setup;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using NodaTime.Extensions;

namespace FollowUp.Web.Console.Passkeys;

/// <summary>
/// Creates passkeys and checks them, by the rules of WebAuthn as ASP.NET Core Identity implements them. They belong to the host name of <see cref="PagesOptions.PublicBase"/>,
/// and work at that address alone.
/// </summary>
sealed class PasskeyCeremony(UserManager<Staff> users, PasskeyChallenges challenges, IOptionsMonitor<PagesOptions> pages, TimeProvider time)
{
    /// <summary>Passkeys need a host name and a secure connection; browsers take <c>localhost</c> for one (WebAuthn, 13.4.9).</summary>
    public bool IsAvailable => PublicBase is { HostNameType: UriHostNameType.Dns } address && (address.Scheme == Uri.UriSchemeHttps || address.Host == "localhost");

    Uri PublicBase => pages.CurrentValue.PublicBase;

    /// <summary>As browsers write it: host names in ASCII, and no default port.</summary>
    string Origin => PublicBase.Scheme + "://" + PublicBase.IdnHost + (PublicBase.IsDefaultPort ? "" : FormattableString.Invariant($":{PublicBase.Port}"));

    /// <summary>The options for <c>navigator.credentials.create</c>, as JSON.</summary>
    /// <param name="owner">The secret of the browser (<see cref="PasskeyChallenges"/>).</param>
    public async Task<string> AskToCreate(Staff staff, string owner, HttpContext http)
    {
        var options = await CreateHandler().MakeCreationOptionsAsync(new PasskeyUserEntity { Id = staff.Key(), Name = staff.Id, DisplayName = staff.Name }, http);
        await challenges.Ask(owner, options.AttestationState ?? "", http.RequestAborted);
        return options.CreationOptionsJson;
    }

    /// <summary>The options for <c>navigator.credentials.get</c>, as JSON.</summary>
    public async Task<string> AskToSignIn(Staff staff, string owner, HttpContext http)
    {
        var options = await CreateHandler().MakeRequestOptionsAsync(staff, http);
        await challenges.Ask(owner, options.AssertionState ?? "", http.RequestAborted);
        return options.RequestOptionsJson;
    }

    /// <returns>The passkey that the browser made; null when it does not answer the question, or somebody has it already.</returns>
    public async Task<Passkey?> ReadCreated(Staff staff, string name, string credential, string owner, HttpContext http)
    {
        if (await challenges.Take(owner, http.RequestAborted) is not { } state)
        {
            return null;
        }

        var result = await CreateHandler().PerformAttestationAsync(new() { HttpContext = http, CredentialJson = credential, AttestationState = state });
        return result is { Succeeded: true, Passkey: { } made, UserEntity.Id: var user } && user == staff.Key()
            ? new Passkey(
                Base64Url.EncodeToString(made.CredentialId), Base64Url.EncodeToString(made.PublicKey), name, time.GetCurrentInstant(), made.SignCount,
                [.. made.Transports ?? []], made.IsUserVerified, made.IsBackupEligible, made.IsBackedUp)
            : null;
    }

    /// <returns>The passkey that answered, with its new counter; null when none of this staff member's did.</returns>
    public async Task<UserPasskeyInfo?> CheckAnswer(Staff staff, string credential, string owner, HttpContext http)
    {
        if (await challenges.Take(owner, http.RequestAborted) is not { } state)
        {
            return null;
        }

        var result = await CreateHandler().PerformAssertionAsync(new() { HttpContext = http, CredentialJson = credential, AssertionState = state });
        return result is { Succeeded: true, User: { } user } && user.Id == staff.Id ? result.Passkey : null;
    }

    /// <summary>Made for each request: the public address is a setting that can change while the host serves.</summary>
    PasskeyHandler<Staff> CreateHandler() => new(users, Options.Create(new IdentityPasskeyOptions
    {
        ServerDomain = PublicBase.IdnHost,

        // Not by the request's headers, which a proxy changes: pages send no referrer, so that browsers leave the origin of a form out.
        ValidateOrigin = context => ValueTask.FromResult(!context.CrossOrigin && context.Origin == Origin),
    }));
}
