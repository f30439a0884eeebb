using Microsoft.AspNetCore.Http;

namespace FollowUp.Web.Console.Preferences;

/// <summary>
/// How the console behaves in one browser. It is kept in a cookie, because sound and notifications depend on the device.
/// </summary>
/// <param name="Keys">Whether single keys are shortcuts (WCAG 2.1.4 asks for a way to switch them off).</param>
/// <param name="Sound">Whether a new project or answer makes a sound.</param>
/// <param name="Notifications">Whether a new project or answer shows a notification of the desktop.</param>
public sealed record ConsolePreferences(bool Keys = true, bool Sound = false, bool Notifications = false)
{
    const string Cookie = "followup-console";

    internal static ConsolePreferences Read(HttpContext context) => context.Request.Cookies[Cookie] is { } stored
        ? new ConsolePreferences(!stored.Contains("no-keys", StringComparison.Ordinal), stored.Contains("sound", StringComparison.Ordinal), stored.Contains("notify", StringComparison.Ordinal))
        : new ConsolePreferences();

    internal void Write(HttpContext context) => context.Response.Cookies.Append(
        Cookie,
        string.Join('.', new[] { Keys ? "keys" : "no-keys", Sound ? "sound" : "", Notifications ? "notify" : "" }.Where(p => p.Length > 0)),
        new CookieOptions
        {
            HttpOnly = true, SameSite = SameSiteMode.Lax, IsEssential = true, MaxAge = TimeSpan.FromDays(365), Path = "/desk", Secure = context.Request.IsHttps,
        });
}
