using System.Security.Claims;
using FollowUp.Application.People;
using FollowUp.Application.Ports;
using FollowUp.Web.Shared.Http;
using FollowUp.Web.Shared.Setup;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace FollowUp.Web.Console.SignIn;

/// <summary>The session of the console: a cookie that holds the id of a staff member and their stamp (<see cref="Staff.Stamp"/>).</summary>
static class StaffSession
{
    public const string Scheme = "followup-desk";

    const string StampClaim = "followup-stamp";

    /// <summary>
    /// The member of staff of the session as they are stored now; null without a session, and when it has ended because the person left. It is read
    /// at each request, so that a session ends at once.
    /// </summary>
    public static async Task<Staff?> FindStaff(HttpContext context, IDirectory directory) =>
        (await context.AuthenticateAsync(Scheme)).Principal is { } session && session.FindFirstValue(ClaimTypes.NameIdentifier) is { } id
        && await directory.ReadStaff(id, context.RequestAborted) is { } staff && (staff.Stamp ?? "") == (session.FindFirstValue(StampClaim) ?? "")
            ? staff
            : null;

    public static Task SignIn(HttpContext context, Staff staff) => context.SignInAsync(
        Scheme,
        new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, staff.Id), new Claim(StampClaim, staff.Stamp ?? "")], Scheme)),
        new AuthenticationProperties { IsPersistent = true });

    public static Task SignOut(HttpContext context) => context.SignOutAsync(Scheme);

    /// <summary>Twelve hours by the system's clock: the application's <see cref="TimeProvider"/> may be moved by months in a demonstration.</summary>
    public static void Configure(CookieAuthenticationOptions cookie, IOptionsMonitor<PagesOptions> pages)
    {
        cookie.Cookie.SecurePolicy = pages.CurrentValue.IsSecure ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
        cookie.Cookie.Name = HostCookie.GetName("followup-desk", pages.CurrentValue);
        cookie.Cookie.Path = "/";
        cookie.Cookie.HttpOnly = true;
        cookie.Cookie.SameSite = SameSiteMode.Lax;
        cookie.Cookie.IsEssential = true;
        cookie.ExpireTimeSpan = TimeSpan.FromHours(12);
        cookie.SlidingExpiration = true;
        cookie.TimeProvider = TimeProvider.System;
    }
}
