using FluentValidation;
using FollowUp.Domain.Persons;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Text;
using FollowUp.Web.Api.Persons;
using FollowUp.Web.Shared.Validation;
using NodaTime;

namespace FollowUp.Web.Api.Commands;

/// <summary>
/// A private person told staff that they agree to be called, or no longer do. It holds for all their projects. The caller proves the consent (Code de
/// la consommation, L223-1), so what the person said is part of it.
/// </summary>
public sealed record NoteConsentRequest : CommandRequest
{
    /// <summary><c>request</c>: about the request just posted. <c>later</c>: relaunches by phone too.</summary>
    public ConsentScope? Scope { get; init; }

    /// <summary>False withdraws it.</summary>
    public bool? Given { get; init; }

    /// <summary>When the person said so; now by default.</summary>
    public Instant? At { get; init; }

    /// <summary>How the person said so: a call, a letter, a meeting.</summary>
    public string? Source { get; init; }

    /// <summary>What the person said, word for word; required when given.</summary>
    public string? Text { get; init; }

    internal override LocalizedText Confirmation => new("Accord noté, pour tous les projets de la personne.", "Consent written down, for all projects of the person.");

    internal override Command ToCommand(Instant now) => new RecordConsent(
        Scope!.Value, Given!.Value, At ?? now, NormalizedText.SingleLineOrNull(Source), FreeText.CreateOrNull(NormalizedText.MultiLineOrNull(Text)));
}

sealed class NoteConsentValidator : RequestValidator<NoteConsentRequest>
{
    public NoteConsentValidator(TimeProvider time)
    {
        RuleFor(r => r.Scope).Required();
        RuleFor(r => r.Given).Required();
        RuleFor(r => r.At).InPast(time);
        RuleFor(r => r.Source).Required().SingleLine(ConsentText.MaxLength);
        RuleFor(r => r.Text).OptionalMultiLine();
        RuleFor(r => r.Text).Required().When(r => r.Given is true);
    }
}
