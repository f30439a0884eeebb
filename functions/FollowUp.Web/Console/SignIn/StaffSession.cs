using System.Security.Claims;
using FollowUp.Application.People;
using FollowUp.Application.Ports;
using FollowUp.Web.Shared.Setup;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace FollowUp.Web.Console.SignIn;

/// <summary>Who is signed in to the console: a cookie that holds a staff member's id and nothing else.</summary>
sealed class StaffSession(IDirectory directory)
{
    public const string Scheme = "followup-desk";

    /// <summary>Null when nobody is, or when the person is no longer staff.</summary>
    public async Task<Staff?> FindStaff(HttpContext context)
    {
        var session = await context.AuthenticateAsync(Scheme);
        return session.Principal?.FindFirstValue(ClaimTypes.NameIdentifier) is { } id
            ? await directory.FindStaff(id, context.RequestAborted)
            : null;
    }

    public static Task SignIn(HttpContext context, Staff staff) => context.SignInAsync(
        Scheme,
        new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, staff.Id)], Scheme)),
        new AuthenticationProperties { IsPersistent = true });

    public static Task SignOut(HttpContext context) => context.SignOutAsync(Scheme);

    /// <summary>Real hours, not the department's clock, which a demonstration moves by months.</summary>
    public static void Configure(CookieAuthenticationOptions cookie, IOptions<PagesOptions> pages)
    {
        cookie.Cookie.SecurePolicy = pages.Value.IsSecure ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
        cookie.Cookie.Name = "followup-desk";
        cookie.Cookie.HttpOnly = true;
        cookie.Cookie.SameSite = SameSiteMode.Lax;
        cookie.Cookie.IsEssential = true;
        cookie.ExpireTimeSpan = TimeSpan.FromHours(12);
        cookie.SlidingExpiration = true;
        cookie.TimeProvider = TimeProvider.System;
    }
}
