using FluentValidation;
using FollowUp.Web.Shared.Validation;
using NodaTime;

namespace FollowUp.Web.Api.Projects;

/// <summary>A client's consent to be called.</summary>
public sealed record ConsentRequest
{
    public Instant? At { get; init; }

    /// <summary>The text that the person agreed to, word for word.</summary>
    public string? Text { get; init; }
}

sealed class ConsentValidator : RequestValidator<ConsentRequest>
{
    public ConsentValidator(TimeProvider time)
    {
        RuleFor(r => r.At).Required().InPast(time);
        RuleFor(r => r.Text).Required().MultiLine();
    }
}
