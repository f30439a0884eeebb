using NodaTime;

namespace FollowUp.Domain.Projects.Forecasts;

/// <summary>A call or a mail to the client that a forecast expects.</summary>
/// <param name="Channel">Call or mail.</param>
/// <param name="At">When the call is due or the mail leaves.</param>
public readonly record struct ForecastContact(Channel Channel, Instant At);
