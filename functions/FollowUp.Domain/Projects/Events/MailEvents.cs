using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Text;
using NodaTime;

namespace FollowUp.Domain.Projects.Events;

/// <summary>Staff wrote to the client by mail. It is no relaunch.</summary>
/// <param name="Text">Subject and text (<see cref="WrittenMail"/>).</param>
public sealed record MailWritten(FreeText Text) : Event;

/// <summary>Staff corrected the client's mail address.</summary>
public sealed record MailAddressCorrected : Event;

/// <summary>An agreed call was not made within the hour after its time.</summary>
/// <param name="At">The agreed time.</param>
/// <param name="MailFollows">Whether a mail apologises to the client and offers new times.</param>
public sealed record AppointmentMissed(Instant At, bool MailFollows) : Event;
