using NodaTime;

namespace FollowUp.Application.Ports;

/// <summary>A complaint about the follow-up.</summary>
/// <param name="Id">Its id.</param>
/// <param name="FromKind"><c>provider</c> or <c>client</c>.</param>
/// <param name="FromId">The id of the provider or the client.</param>
/// <param name="ProjectId">The project that it is about; null when it names none.</param>
/// <param name="Text">What was written.</param>
/// <param name="At">When it came in.</param>
public sealed record Complaint(string Id, string FromKind, string FromId, string? ProjectId, string Text, Instant At)
{
    /// <summary>What was done with it last; null while no manager took it. It is written by <see cref="IComplaints.TryHandle"/> only.</summary>
    public ComplaintHandling? Handling { get; init; }

    /// <summary>Whether it has its answer.</summary>
    public bool IsAnswered => Handling?.Answer is not null;
}
