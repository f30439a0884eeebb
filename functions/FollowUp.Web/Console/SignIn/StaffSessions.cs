using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using FollowUp.Application.Ports;
using FollowUp.Web.Shared.Setup;
using Microsoft.Extensions.Options;
using NodaTime;
using NodaTime.Extensions;

namespace FollowUp.Web.Console.SignIn;

/// <summary>
/// The open sessions of the console. The store holds the SHA-256 of each session's number and the time at which it was opened, so that a session ends in
/// every process at once, and a copy of the store opens none. Thread-safe.
/// </summary>
/// <remarks>
/// Not the framework's <c>ITicketStore</c>: it keeps the number of a session when a person signs in again, and a new sign-in must have a new one (ASVS 7.2.4).
/// </remarks>
sealed class StaffSessions(ISettings settings, IOptionsMonitor<PagesOptions> pages, TimeProvider time)
{
    /// <summary>A session ends this long after it was opened, however busy it is.</summary>
    public static readonly Duration MaxLength = Duration.FromHours(12);

    const int NumberBytes = 32;

    /// <summary>Opens a session.</summary>
    /// <param name="openedAt">By the clock of the cookie.</param>
    /// <param name="cancellation">Cancels before the write.</param>
    /// <returns>The number that the cookie holds.</returns>
    public async ValueTask<string> Open(DateTimeOffset openedAt, CancellationToken cancellation)
    {
        var number = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(NumberBytes));

        // A demonstration moves the application's clock by months, and would sign its visitors out when it cleans up.
        Instant? expires = pages.CurrentValue.Demo ? null : time.GetCurrentInstant() + MaxLength;
        await settings.Set(KeyOf(number), openedAt.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture), expires, cancellation);
        return number;
    }

    /// <summary>Whether a session is open.</summary>
    /// <param name="number">What <see cref="Open"/> returned.</param>
    /// <param name="now">By the clock of the cookie.</param>
    /// <param name="cancellation">Cancels the read.</param>
    public async ValueTask<bool> IsOpen(string number, DateTimeOffset now, CancellationToken cancellation) =>
        await settings.Get(KeyOf(number), cancellation) is { } opened
        && now - DateTimeOffset.FromUnixTimeSeconds(long.Parse(opened, CultureInfo.InvariantCulture)) < MaxLength.ToTimeSpan();

    /// <summary>Ends a session; does nothing when there is none.</summary>
    public ValueTask End(string number, CancellationToken cancellation) => settings.Remove(KeyOf(number), cancellation);

    static string KeyOf(string number) => "session:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(number)));
}
