using System.Security.Claims;
using FollowUp.Application.People;
using FollowUp.Web.Shared.Setup;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace FollowUp.Web.Console.SignIn;

/// <summary>The session of the console: a cookie that holds the id of a staff member.</summary>
static class StaffSession
{
    public const string Scheme = "followup-desk";

    /// <summary>The id in the session; null without one. The person may have left the department since.</summary>
    public static async Task<string?> GetStaffId(HttpContext context) =>
        (await context.AuthenticateAsync(Scheme)).Principal?.FindFirstValue(ClaimTypes.NameIdentifier);

    public static Task SignIn(HttpContext context, Staff staff) => context.SignInAsync(
        Scheme,
        new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, staff.Id)], Scheme)),
        new AuthenticationProperties { IsPersistent = true });

    public static Task SignOut(HttpContext context) => context.SignOutAsync(Scheme);

    /// <summary>Twelve hours by the system's clock: the application's <see cref="TimeProvider"/> may be moved by months in a demonstration.</summary>
    public static void Configure(CookieAuthenticationOptions cookie, IOptionsMonitor<PagesOptions> pages)
    {
        cookie.Cookie.SecurePolicy = pages.CurrentValue.IsSecure ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
        cookie.Cookie.Name = "followup-desk";
        cookie.Cookie.HttpOnly = true;
        cookie.Cookie.SameSite = SameSiteMode.Lax;
        cookie.Cookie.IsEssential = true;
        cookie.ExpireTimeSpan = TimeSpan.FromHours(12);
        cookie.SlidingExpiration = true;
        cookie.TimeProvider = TimeProvider.System;
    }
}
