using FollowUp.Domain.Text;
using NodaTime;

namespace FollowUp.Application.Complaints;

/// <summary>A delay that the department promises, and what came of it.</summary>
/// <param name="What">What was promised.</param>
/// <param name="DueAt">Until when.</param>
/// <param name="KeptAt">When it was done; null when it was not.</param>
public sealed record ComplaintPromise(LocalizedText What, Instant DueAt, Instant? KeptAt)
{
    /// <summary>Whether it was done in time; null while there still is time.</summary>
    public bool? IsKept(Instant now) => KeptAt is { } at ? at <= DueAt : now > DueAt ? false : null;
}
