using NodaTime;
using NodaTime.Text;

namespace FollowUp.Local.CommandLine;

/// <summary>Options that name an instant.</summary>
static class InstantOption
{
    /// <param name="name">The option, for the error.</param>
    /// <param name="value">What was given; null when the option is missing.</param>
    /// <exception cref="BadArgumentException">It is not a time of RFC 3339.</exception>
    public static Instant? Parse(string name, string? value) => value is null ? null
        : OffsetDateTimePattern.Rfc3339.Parse(value) is { Success: true, Value: var at } ? at.ToInstant()
        : throw new BadArgumentException($"{name}: '{value}' is not a time; expected one such as 2026-11-23T09:00:00+01:00.");
}
