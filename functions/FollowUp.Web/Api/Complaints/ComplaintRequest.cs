using System.ComponentModel.DataAnnotations;
using NodaTime;

namespace FollowUp.Web.Api.Complaints;

public sealed record ComplaintRequest
{
    [Required]
    public ComplainantRequest? From { get; init; }

    /// <summary>The project that it is about, where it is about one.</summary>
    public string? Project { get; init; }

    [Required, MaxLength(20_000)]
    public string? Text { get; init; }
}

public enum ComplainantKind
{
    Provider,
    Client,
}

public sealed record ComplainantRequest
{
    [Required]
    public ComplainantKind? Kind { get; init; }

    [Required]
    public string? Id { get; init; }
}

public sealed record ComplaintResponse(string Complaint, Instant At);
