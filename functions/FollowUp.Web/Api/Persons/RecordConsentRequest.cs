using FluentValidation;
using FollowUp.Domain.Persons;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Text;
using FollowUp.Web.Shared.Validation;
using NodaTime;

namespace FollowUp.Web.Api.Persons;

/// <summary>
/// A client gave or withdrew the consent to be called. Whoever collects a phone number must tell the person that calls for commercial purposes
/// need their consent (Code de la consommation, L223-2); the consent is an act of its own, never a ticked box.
/// </summary>
public sealed record RecordConsentRequest
{
    /// <summary><c>request</c>: about the request just posted. <c>later</c>: relaunches by phone too.</summary>
    public ConsentScope? Scope { get; init; }

    /// <summary>False withdraws it.</summary>
    public bool? Given { get; init; }

    public Instant? At { get; init; }

    /// <summary>Where: the page or the form.</summary>
    public string? Source { get; init; }

    /// <summary>The text that the person agreed to, word for word; required when given.</summary>
    public string? Text { get; init; }

    /// <summary>The version of the form.</summary>
    public string? Version { get; init; }

    internal RecordConsent ToCommand() => new(
        Scope!.Value, Given!.Value, At!.Value, NormalizedText.SingleLineOrNull(Source), FreeText.CreateOrNull(NormalizedText.MultiLineOrNull(Text)),
        NormalizedText.SingleLineOrNull(Version));
}

sealed class RecordConsentValidator : RequestValidator<RecordConsentRequest>
{
    public RecordConsentValidator(TimeProvider time)
    {
        RuleFor(r => r.Scope).Required();
        RuleFor(r => r.Given).Required();
        RuleFor(r => r.At).Required().InPast(time);
        RuleFor(r => r.Source).Required().SingleLine(ConsentText.MaxLength);
        RuleFor(r => r.Text).OptionalMultiLine();
        RuleFor(r => r.Text).Required().When(r => r.Given is true);
        RuleFor(r => r.Version).OptionalSingleLine(ConsentText.MaxLength);
    }
}
