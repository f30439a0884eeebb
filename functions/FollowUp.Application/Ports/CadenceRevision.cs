using FollowUp.Domain.Cadences;
using NodaTime;

namespace FollowUp.Application.Ports;

/// <summary>A version of the cadence with its history.</summary>
/// <param name="Cadence">The version.</param>
/// <param name="At">When it was saved; null for the default one and for versions of earlier programs.</param>
/// <param name="By">The id of the staff member who saved it; null when <paramref name="At"/> is.</param>
/// <param name="Reason">Why it was saved; null when nothing was said.</param>
public sealed record CadenceRevision(Cadence Cadence, Instant? At, string? By, string? Reason);
