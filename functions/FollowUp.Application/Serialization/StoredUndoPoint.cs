using System.Text.Json.Serialization;
using FollowUp.Domain.Permissions;
using NodaTime;

namespace FollowUp.Application.Serialization;

/// <summary>The stored form of an undo point.</summary>
sealed record StoredUndoPoint(Role Role, string By, Instant At, long First, long Last, ProjectSnapshot Before)
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Notice { get; init; }
}
