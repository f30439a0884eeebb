using System.Collections.Immutable;
using NodaTime;

namespace FollowUp.Domain.Persons;

/// <summary>The day of a person's newest unasked mail. A day is claimed before its mail leaves.</summary>
/// <param name="Day">The day, on the clock in Paris.</param>
/// <param name="Message">The id of the message that has the day.</param>
public sealed record MailDay(LocalDate Day, string Message)
{
    /// <summary>The ids of the messages of the person's other projects that the same mail tells; empty for a mail about one project.</summary>
    public ImmutableArray<string> With { get; init; } = [];

    /// <inheritdoc/>
    public bool Equals(MailDay? other) => other is not null && Day == other.Day && Message == other.Message && With.AsSpan().SequenceEqual(other.With.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Day, Message);
}
