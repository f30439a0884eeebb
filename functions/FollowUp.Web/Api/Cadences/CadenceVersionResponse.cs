using System.Text.Json;
using NodaTime;

namespace FollowUp.Web.Api.Cadences;

/// <summary>A version of the cadence.</summary>
/// <param name="At">When it was saved; null for the first one.</param>
/// <param name="By">The address of the manager who saved it.</param>
/// <param name="Differences">What it changed against the version before.</param>
/// <param name="Document">The document as <c>GET /api/cadence</c> gives it.</param>
public sealed record CadenceVersionResponse(
    int Version, Instant? At, string? By, string? Reason, CadenceDifferenceResponse[] Differences, JsonElement Document);
