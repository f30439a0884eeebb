using System.Buffers.Text;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using FollowUp.Application.People;
using FollowUp.Application.Ports;
using FollowUp.Web.Shared.Setup;
using Microsoft.Extensions.Options;
using NodaTime;
using NodaTime.Extensions;

namespace FollowUp.Web.Console.SignIn;

/// <summary>
/// The open sessions of the console. The store holds the SHA-256 of each session's number, whose it is, in which browser and since when, so that a session ends in
/// every process at once, and a copy of the store opens none. Thread-safe.
/// </summary>
/// <remarks>
/// Not the framework's <c>ITicketStore</c>: it keeps the number of a session when a staff member signs in again, and a new sign-in must have a new one (ASVS 7.2.4).
/// </remarks>
sealed class StaffSessions(IKeyValueStore settings, IOptionsMonitor<PagesOptions> pages, TimeProvider time)
{
    /// <summary>A session ends this long after it was opened, however busy it is.</summary>
    public static readonly Duration MaxLength = Duration.FromHours(12);

    /// <summary>How long after the use of a passkey, or a sign-in without one, a session may change passkeys and recovery codes.</summary>
    public static readonly Duration MaxProofAge = Duration.FromMinutes(10);

    const int NumberBytes = 32;

    const string Prefix = "session:";

    /// <summary>Opens a session.</summary>
    /// <param name="staff">Whose it is.</param>
    /// <param name="userAgent">What the browser calls itself, of which the names of browser and system are kept.</param>
    /// <param name="openedAt">Seconds since 1970, by the clock of the cookie.</param>
    /// <param name="secondFactorAt">See <see cref="StoredSession"/>.</param>
    /// <param name="cancellation">Cancels before the write.</param>
    /// <returns>The number that the cookie holds.</returns>
    public async ValueTask<string> Open(Staff staff, string? userAgent, long openedAt, long? secondFactorAt, CancellationToken cancellation)
    {
        var number = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(NumberBytes));

        // A demonstration moves the application's clock by months, and would sign its visitors out when it cleans up.
        Instant? expires = pages.CurrentValue.Demo ? null : time.GetCurrentInstant() + MaxLength;
        var session = new StoredSession(openedAt, staff.Id, staff.Stamp, BrowserName.Find(userAgent), secondFactorAt);
        await settings.Set(Prefix + GetId(number), session.Write(), expires, cancellation);
        return number;
    }

    /// <summary>An open session; null for one that has ended or never was.</summary>
    /// <param name="number">What <see cref="Open"/> returned.</param>
    /// <param name="now">By the clock of the cookie.</param>
    /// <param name="cancellation">Cancels the read.</param>
    public async ValueTask<StoredSession?> Find(string number, DateTimeOffset now, CancellationToken cancellation) =>
        await settings.Get(Prefix + GetId(number), cancellation) is { } stored && StoredSession.Read(stored) is var session && session.IsOpen(now) ? session : null;

    /// <summary>The open sessions of a staff member, newest first; those that earlier versions opened are missing.</summary>
    /// <param name="staff">The staff member as they are stored now.</param>
    /// <param name="number">The number of the session that asks.</param>
    /// <param name="now">By the clock of the cookie.</param>
    /// <param name="cancellation">Cancels the read.</param>
    public async Task<ImmutableArray<OpenSession>> List(Staff staff, string number, DateTimeOffset now, CancellationToken cancellation)
    {
        var own = GetId(number);
        return
        [
            .. (await settings.List(Prefix, cancellation))
                .Select(row => (Id: row.Key[Prefix.Length..], Session: StoredSession.Read(row.Value)))
                .Where(s => s.Session.Staff == staff.Id && (s.Session.Stamp ?? "") == (staff.Stamp ?? "") && s.Session.IsOpen(now))
                .OrderByDescending(s => s.Session.OpenedAt).ThenBy(s => s.Id, StringComparer.Ordinal)
                .Select(s => new OpenSession(s.Id, s.Session.GetOpenedAt(), s.Session.Browser, s.Id == own)),
        ];
    }

    /// <summary>Ends a session; does nothing when there is none.</summary>
    public ValueTask End(string number, CancellationToken cancellation) => settings.Remove(Prefix + GetId(number), cancellation);

    /// <summary>Ends a session of <see cref="List"/>.</summary>
    public ValueTask End(OpenSession session, CancellationToken cancellation) => settings.Remove(Prefix + session.Id, cancellation);

    static string GetId(string number) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(number)));
}
