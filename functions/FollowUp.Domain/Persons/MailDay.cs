using NodaTime;

namespace FollowUp.Domain.Persons;

/// <summary>The day of a person's newest unasked mail. A day is claimed before its mail leaves.</summary>
/// <param name="Day">The day, on the clock in Paris.</param>
/// <param name="Message">The id of the message that has the day.</param>
public sealed record MailDay(LocalDate Day, string Message);
