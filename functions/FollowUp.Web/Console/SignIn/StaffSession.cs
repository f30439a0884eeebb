using System.Collections.Immutable;
using System.Security.Claims;
using FollowUp.Application.People;
using FollowUp.Application.Ports;
using FollowUp.Application.Serialization;
using FollowUp.Web.Shared.Http;
using FollowUp.Web.Shared.Setup;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NodaTime.Extensions;

namespace FollowUp.Web.Console.SignIn;

/// <summary>
/// The session of the console: a cookie that holds the id of a staff member, their stamp (<see cref="Staff.Stamp"/>) and the number of the session
/// (<see cref="StaffSessions"/>).
/// </summary>
static class StaffSession
{
    public const string Scheme = "followup-desk";

    const string StampClaim = "followup-stamp";
    const string NumberClaim = "followup-session";

    /// <summary>How long a session stays open without a request.</summary>
    static readonly TimeSpan MaxIdle = TimeSpan.FromHours(4);

    /// <summary>
    /// The staff member of the session as they are stored now; null without a session, and when it has ended: by signing out, by its length, or because the
    /// staff member left or has another role. All is read at each request, so that a session ends at once.
    /// </summary>
    public static async Task<Staff?> FindStaff(HttpContext context, IDirectory directory) =>
        (await context.AuthenticateAsync(Scheme)).Principal is { } session
        && session.FindFirstValue(ClaimTypes.NameIdentifier) is { } id && session.FindFirstValue(NumberClaim) is { } number
        && await GetSessions(context).Find(number, GetNow(context), context.RequestAborted) is not null
        && await directory.ReadStaff(id, context.RequestAborted) is { } staff && (staff.Stamp ?? "") == (session.FindFirstValue(StampClaim) ?? "")
            ? staff
            : null;

    /// <summary>Opens a session under a new number, and ends the one that the browser has. It is written to the audit log.</summary>
    /// <param name="context">The request.</param>
    /// <param name="staff">Whose it is.</param>
    /// <param name="usedSecondFactor">The staff member has just used a passkey or a recovery code.</param>
    public static async Task SignIn(HttpContext context, Staff staff, bool usedSecondFactor = false)
    {
        var at = GetNow(context).ToUnixTimeSeconds();
        await Replace(context, staff, at, usedSecondFactor ? at : null);
        var now = context.RequestServices.GetRequiredService<TimeProvider>().GetCurrentInstant();
        await context.RequestServices.GetRequiredService<IAuditLog>().Write(
            new AuditEntry(now, null, Kebab.Case(staff.Role), staff.Id, "sign-in", "done"), context.RequestAborted);
    }

    /// <summary>
    /// Goes on under a new number and the staff member's present stamp, for a session that has just used or made a passkey or a recovery code. It ends no later than before.
    /// </summary>
    public static async Task Renew(HttpContext context, Staff staff)
    {
        var at = GetNow(context).ToUnixTimeSeconds();
        await Replace(context, staff, (await FindStored(context))?.OpenedAt ?? at, at);
    }

    /// <summary>Whether the session may change the second factor of its staff member (<see cref="StoredSession.IsProven"/>).</summary>
    public static async Task<bool> IsProven(HttpContext context, Staff staff) =>
        (await FindStored(context))?.IsProven(staff.SecondFactor is not null, GetNow(context)) == true;

    /// <summary>A secret that this session alone has.</summary>
    /// <exception cref="InvalidOperationException">The request has no session.</exception>
    public static string GetSecret(HttpContext context) =>
        context.User.FindFirstValue(NumberClaim) ?? throw new InvalidOperationException("The request has no session.");

    /// <summary>The open sessions of the staff member whose session the request has.</summary>
    public static Task<ImmutableArray<OpenSession>> List(HttpContext context, Staff staff) =>
        GetSessions(context).List(staff, GetSecret(context), GetNow(context), context.RequestAborted);

    /// <summary>Ends one of <see cref="List"/>.</summary>
    public static ValueTask End(HttpContext context, OpenSession session) => GetSessions(context).End(session, context.RequestAborted);

    /// <summary>Ends the session in the store, so that a copy of the cookie opens nothing, and removes the cookie.</summary>
    public static async Task SignOut(HttpContext context)
    {
        await End(context);
        await context.SignOutAsync(Scheme);
    }

    /// <summary>By the system's clock: the application's <see cref="TimeProvider"/> may be moved by months in a demonstration.</summary>
    public static void Configure(CookieAuthenticationOptions cookie, IOptionsMonitor<PagesOptions> pages)
    {
        cookie.Cookie.SecurePolicy = pages.CurrentValue.IsSecure ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
        cookie.Cookie.Name = HostCookie.GetName("followup-desk", pages.CurrentValue);
        cookie.Cookie.Path = "/";
        cookie.Cookie.HttpOnly = true;
        cookie.Cookie.SameSite = SameSiteMode.Lax;
        cookie.Cookie.IsEssential = true;
        cookie.ExpireTimeSpan = MaxIdle;
        cookie.SlidingExpiration = true;
        cookie.Events.OnCheckSlidingExpiration = context =>
        {
            // A page that refreshes itself is no sign that anybody is there.
            context.ShouldRenew &= !context.Request.Headers.ContainsKey("x-refresh");
            return Task.CompletedTask;
        };
        cookie.TimeProvider = TimeProvider.System;
    }

    /// <summary>By the user, whom <see cref="Replace"/> changes; what was authenticated stays that of the request's cookie.</summary>
    static async Task<StoredSession?> FindStored(HttpContext context) =>
        context.User.FindFirstValue(NumberClaim) is { } number
            ? await GetSessions(context).Find(number, GetNow(context), context.RequestAborted)
            : null;

    static async Task Replace(HttpContext context, Staff staff, long openedAt, long? secondFactorAt)
    {
        await End(context);
        var number = await GetSessions(context).Open(staff, context.Request.Headers.UserAgent, openedAt, secondFactorAt, context.RequestAborted);
        var session = new ClaimsPrincipal(new ClaimsIdentity(
            [new Claim(ClaimTypes.NameIdentifier, staff.Id), new Claim(StampClaim, staff.Stamp ?? ""), new Claim(NumberClaim, number)], Scheme));
        await context.SignInAsync(Scheme, session, new AuthenticationProperties { IsPersistent = true });
        context.User = session;
    }

    static async Task End(HttpContext context)
    {
        if ((await context.AuthenticateAsync(Scheme)).Principal?.FindFirstValue(NumberClaim) is { } number)
        {
            await GetSessions(context).End(number, context.RequestAborted);
        }
    }

    static StaffSessions GetSessions(HttpContext context) => context.RequestServices.GetRequiredService<StaffSessions>();

    static DateTimeOffset GetNow(HttpContext context) =>
        (context.RequestServices.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(Scheme).TimeProvider ?? TimeProvider.System).GetUtcNow();
}
