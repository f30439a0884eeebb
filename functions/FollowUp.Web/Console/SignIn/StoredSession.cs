using System.Globalization;
using System.Text.Json;
using NodaTime;

namespace FollowUp.Web.Console.SignIn;

/// <summary>What the store holds of a session.</summary>
/// <param name="OpenedAt">Seconds since 1970, by the clock of the cookie.</param>
/// <param name="Staff">Whose it is; null in rows of earlier versions, which hold the time alone.</param>
/// <param name="Stamp">The stamp of the staff member when it was opened; a session with another stamp has ended.</param>
/// <param name="Browser">See <see cref="BrowserName"/>.</param>
/// <param name="SecondFactorAt">When a passkey or a recovery code was last used in it, as <paramref name="OpenedAt"/>; null for never.</param>
sealed record StoredSession(long OpenedAt, string? Staff, string? Stamp, string? Browser, long? SecondFactorAt = null)
{
    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public string Write() => JsonSerializer.Serialize(this, Json);

    public static StoredSession Read(string text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var openedAt)
        ? new StoredSession(openedAt, null, null, null)
        : JsonSerializer.Deserialize<StoredSession>(text, Json)!;

    public bool IsOpen(DateTimeOffset now) =>
        now - DateTimeOffset.FromUnixTimeSeconds(OpenedAt) < StaffSessions.MaxLength.ToTimeSpan();

    /// <summary>
    /// Whether it may change the staff member's second factor: they used it a short while ago, or, where they have none, signed in a short while ago.
    /// </summary>
    public bool IsProven(bool hasSecondFactor, DateTimeOffset now) =>
        (hasSecondFactor ? SecondFactorAt : OpenedAt) is { } at && now - DateTimeOffset.FromUnixTimeSeconds(at) < StaffSessions.MaxProofAge.ToTimeSpan();

    public Instant GetOpenedAt() => Instant.FromUnixTimeSeconds(OpenedAt);
}
