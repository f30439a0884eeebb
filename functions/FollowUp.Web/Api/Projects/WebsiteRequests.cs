using System.ComponentModel.DataAnnotations;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Web.Api.Responses;
using NodaTime;

namespace FollowUp.Web.Api.Projects;

/// <summary>A provider came forward on a project.</summary>
public sealed record ProviderActionRequest
{
    [Required]
    public string? Provider { get; init; }

    [Required]
    public ProviderActionKind? Kind { get; init; }

    [Required]
    public Instant? At { get; init; }
}

/// <summary>The client did something on the website.</summary>
public sealed record SignalRequest
{
    [Required]
    public SignalKind? Kind { get; init; }

    /// <summary>To whom the client wrote or awarded the project; required when awarded.</summary>
    public string? Provider { get; init; }

    [Required]
    public Instant? At { get; init; }

    /// <summary>In euros, where known; only when awarded.</summary>
    public decimal? Amount { get; init; }
}

/// <summary>A provider asks the coordinator in charge.</summary>
public sealed record QuestionRequest
{
    [Required]
    public string? Provider { get; init; }

    [Required, MaxLength(4_000)]
    public string? Text { get; init; }
}

/// <param name="Question">The id to answer it by.</param>
/// <param name="Coordinator">Who owes the answer; null while nobody is in charge.</param>
/// <param name="DueAt">Within two working days.</param>
public sealed record QuestionResponse(string Question, PersonResponse? Coordinator, Instant DueAt);
