using System.ComponentModel.DataAnnotations;
using FollowUp.Domain.Projects;
using FollowUp.Web.Shared.Validation;
using NodaTime;

namespace FollowUp.Web.Api.Projects;

/// <summary>A project as a website posts it.</summary>
public sealed record SubmitRequest
{
    [Required, MaxLength(InputValidator.MaxIdLength)]
    public string? Id { get; init; }

    [Required, MaxLength(200)]
    public string? Title { get; init; }

    [MaxLength(20_000)]
    public string? Description { get; init; }

    /// <summary>In lower case, as <c>site-web</c>.</summary>
    [Required, MaxLength(64)]
    public string? Category { get; init; }

    /// <summary><c>fr</c> or <c>en</c>.</summary>
    [Required]
    public string? Language { get; init; }

    public BudgetRequest? Budget { get; init; }

    public LocalDate? Deadline { get; init; }

    [Required]
    public ClientRequest? Client { get; init; }

    [Required]
    public Instant? SubmittedAt { get; init; }
}

/// <summary>One of the two bounds at least.</summary>
public sealed record BudgetRequest
{
    public decimal? Min { get; init; }

    public decimal? Max { get; init; }

    /// <summary>ISO 4217.</summary>
    [Required]
    public string? Currency { get; init; }
}

public sealed record ClientRequest
{
    [Required, MaxLength(InputValidator.MaxIdLength)]
    public string? Id { get; init; }

    [Required]
    public ClientType? Type { get; init; }

    [Required, MaxLength(200)]
    public string? Name { get; init; }

    [MaxLength(200)]
    public string? Company { get; init; }

    [Required, MaxLength(254)]
    public string? Email { get; init; }

    /// <summary>French unless it begins with + and a country code.</summary>
    [Required, MaxLength(40)]
    public string? Phone { get; init; }

    /// <summary>A private person without it gets mails only.</summary>
    public ConsentRequest? ConsentToCall { get; init; }
}

public sealed record ConsentRequest
{
    [Required]
    public Instant? At { get; init; }

    /// <summary>What the person agreed to, word for word.</summary>
    [Required, MaxLength(4_000)]
    public string? Text { get; init; }
}
