using NodaTime;

namespace FollowUp.Application.Cadences.Comparisons;

/// <summary>The expected calls and mails to clients of a week, without and with the compared cadence.</summary>
/// <param name="Monday">The first day of the week.</param>
/// <param name="MailsBefore">Mails as cycles run now.</param>
/// <param name="MailsAfter">Mails if all cycles ran by the compared cadence.</param>
/// <param name="CallsBefore">Calls as cycles run now.</param>
/// <param name="CallsAfter">Calls if all cycles ran by the compared cadence.</param>
public sealed record WeekContacts(LocalDate Monday, int MailsBefore, int MailsAfter, int CallsBefore, int CallsAfter);
