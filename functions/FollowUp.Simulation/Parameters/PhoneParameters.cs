using System.Collections.Immutable;

namespace FollowUp.Simulation.Parameters;

/// <summary>
/// How clients answer the phone. A client who can be reached answers a call with the probability of its hour, times the factor of the weekday, of the
/// attempt and, before the first conversation, of the delay since the client last acted.
/// </summary>
/// <param name="NeverShare">Clients who answer no unknown number at all.</param>
/// <param name="ByHour">Twenty-four probabilities, from midnight, by the clock of Paris.</param>
/// <param name="ByWeekday">Seven factors, from Monday.</param>
/// <param name="AttemptFactor">The factor of each missed call since the client last answered.</param>
/// <param name="DelayHalf">Open hours after which half of what a delay can cost is lost.</param>
/// <param name="DelayFloor">The factor that remains after a long delay.</param>
/// <param name="CallBackShare">Reached clients who want to be called at another time.</param>
/// <param name="AppointmentKeptShare">Agreed calls that reach the client.</param>
/// <param name="DoNotCallShare">Reached clients who want no more calls.</param>
public sealed record PhoneParameters(
    double NeverShare,
    ImmutableArray<double> ByHour,
    ImmutableArray<double> ByWeekday,
    double AttemptFactor,
    double DelayHalf,
    double DelayFloor,
    double CallBackShare,
    double AppointmentKeptShare,
    double DoNotCallShare);
