using FollowUp.Domain.Persons;
using FollowUp.Web.Api.Persons;
using FollowUp.Web.Shared.Validation;
using NodaTime;

namespace FollowUp.Web.Api.Projects;

/// <summary>A client's consent to be called.</summary>
public sealed record ConsentRequest
{
    public Instant? At { get; init; }

    /// <summary>The text that the person agreed to, word for word.</summary>
    public string? Text { get; init; }

    /// <summary><c>request</c>: calls about this project now, the default. <c>later</c>: relaunches by phone too.</summary>
    public ConsentScope? Scope { get; init; }

    /// <summary>Where it was given: the page or the form.</summary>
    public string? Source { get; init; }

    /// <summary>The version of the form.</summary>
    public string? Version { get; init; }
}

sealed class ConsentValidator : RequestValidator<ConsentRequest>
{
    public ConsentValidator(TimeProvider time)
    {
        RuleFor(r => r.At).Required().InPast(time);
        RuleFor(r => r.Text).Required().MultiLine();
        RuleFor(r => r.Source).OptionalSingleLine(ConsentText.MaxLength);
        RuleFor(r => r.Version).OptionalSingleLine(ConsentText.MaxLength);
    }
}
