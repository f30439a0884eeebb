using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;
using FollowUp.Application.People;
using FollowUp.Application.Ports;
using FollowUp.Web.Shared.Http;
using FollowUp.Web.Shared.Setup;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace FollowUp.Web.Console.Passkeys;

/// <summary>
/// Keeps the first step of a sign-in in the browser until the second: an encrypted cookie that ends after ten minutes by the system's clock. Alone it opens nothing.
/// </summary>
sealed class PendingSignIns(IDataProtectionProvider protection, IDirectory directory, IOptionsMonitor<PagesOptions> pages)
{
    const int SecretBytes = 32;

    static readonly TimeSpan MaxAge = TimeSpan.FromMinutes(10);

    readonly ITimeLimitedDataProtector protector = protection.CreateProtector("FollowUp.PendingSignIn.v1").ToTimeLimitedDataProtector();

    string CookieName => HostCookie.GetName("followup-step", pages.CurrentValue);

    public void Start(HttpContext context, Staff staff, string? projectId, string? returnTo = null)
    {
        var secret = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes));
        var json = JsonSerializer.Serialize(new PendingSignIn(staff.Id, staff.Stamp, projectId, secret, returnTo));
        context.Response.Cookies.Append(CookieName, protector.Protect(json, MaxAge), CreateOptions(MaxAge));
    }

    /// <returns>The step, and the staff member as stored now; null without a first step, after ten minutes, and when the staff member's access has changed since.</returns>
    public async Task<(PendingSignIn Step, Staff Staff)?> Find(HttpContext context) =>
        Read(context.Request.Cookies[CookieName]) is { } step
        && await directory.ReadStaff(step.StaffId, context.RequestAborted) is { SecondFactor: not null } staff && staff.Stamp == step.Stamp
            ? (step, staff)
            : null;

    public void End(HttpContext context) => context.Response.Cookies.Delete(CookieName, CreateOptions(null));

    PendingSignIn? Read(string? cookie)
    {
        try
        {
            return cookie is null ? null : JsonSerializer.Deserialize<PendingSignIn>(protector.Unprotect(cookie));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    CookieOptions CreateOptions(TimeSpan? maxAge) => new()
    {
        HttpOnly = true, IsEssential = true, MaxAge = maxAge, Path = "/", SameSite = SameSiteMode.Strict, Secure = pages.CurrentValue.IsSecure,
    };
}
