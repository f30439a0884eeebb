using FluentValidation;
using FollowUp.Application.Ports;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Text;
using FollowUp.Web.Shared.FormInput;
using FollowUp.Web.Shared.Validation;
using NodaTime;

namespace FollowUp.Web.Api.Commands;

/// <summary>Closes a project.</summary>
public sealed record CloseRequest : CommandRequest, IFormRequest
{
    public CloseResult? Result { get; init; }

    /// <summary>Who won it; required with <c>won</c>.</summary>
    public string? Provider { get; init; }

    /// <summary>In euros, with <c>won</c> where known.</summary>
    public decimal? Amount { get; init; }

    /// <summary>Required with <c>dead</c>.</summary>
    public DeathReason? Reason { get; init; }

    /// <summary>Why, in the words of staff. Required with <c>unreachable</c> before the attempts of the cadence were made.</summary>
    public string? Words { get; init; }

    /// <summary>With the reason <c>duplicate</c>: the project that it is a duplicate of, where it is known.</summary>
    public string? DuplicateOf { get; init; }

    /// <summary>With <c>won</c>: who says so. Required where the provider never came forward and the client never named it.</summary>
    public WordOf? OnWordOf { get; init; }

    bool IFormRequest.Uses(string property) => property switch
    {
        nameof(Provider) or nameof(Amount) or nameof(OnWordOf) => Result == CloseResult.Won,
        nameof(Reason) => Result == CloseResult.Dead,
        nameof(DuplicateOf) => Reason == DeathReason.Duplicate,
        _ => true,
    };

    internal override LocalizedText Confirmation => new("Projet clos.", "Project closed.");

    internal override Command ToCommand(Instant now) => new Close(
        Result == CloseResult.Won ? Outcome.Won(Provider!, Amount) : Outcome.Dead(Reason!.Value),
        FreeText.CreateOrNull(NormalizedText.MultiLineOrNull(Words)), DuplicateOf, OnWordOf);
}

sealed class CloseValidator : RequestValidator<CloseRequest>
{
    static readonly LocalizedText MustBeProject = new("n’est pas le numéro d’un projet", "is not the number of a project");

    static readonly LocalizedText OnlyForDuplicates = new("ne va qu’avec le motif « doublon »", "goes with the reason “duplicate” only");

    public CloseValidator(IDirectory directory, IProjectStore store)
    {
        RuleFor(r => r.DuplicateOf).Must((r, id) => id is null || r.Reason == DeathReason.Duplicate).WithText(OnlyForDuplicates);
        RuleFor(r => r.DuplicateOf)
            .MustAsync(async (id, cancellation) => id is null || (TextRules.IsId(id) && await store.Load(id, cancellation) is not null)).WithText(MustBeProject);
        RuleFor(r => r.Result).Required();
        RuleFor(r => r.Provider).KnownProvider(directory);
        RuleFor(r => r.Words).OptionalMultiLine();
        When(r => r.Result == CloseResult.Won, () =>
        {
            RuleFor(r => r.Provider).Required();
            RuleFor(r => r.Amount).Amount();
            RuleFor(r => r.Reason).Absent("dead");
        });
        When(r => r.Result == CloseResult.Dead, () =>
        {
            RuleFor(r => r.Reason).Required();
            RuleFor(r => r.Provider).Absent("won");
            RuleFor(r => r.Amount).Absent("won");
            RuleFor(r => r.OnWordOf).Absent("won");
        });
    }
}
