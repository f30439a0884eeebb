using FluentValidation;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Text;
using FollowUp.Web.Shared.Validation;
using NodaTime;

namespace FollowUp.Web.Links.ClientPages;

/// <summary>A client picks the time of a call, corrects the phone number, or both.</summary>
sealed record PickCallBackForm : ClientForm
{
    public Instant? Slot { get; init; }

    public override string Digest => $"slot|{Slot}|{PhoneNumber}";

    public override Command ToCommand() => Slot is { } at ? new PickCallBack(at) : new CorrectNumber();
}

sealed class PickCallBackValidator : RequestValidator<PickCallBackForm>
{
    static readonly LocalizedText SlotOrPhone = new("Choisissez un créneau, ou corrigez votre numéro.", "Pick a time, or correct your number.");

    public PickCallBackValidator()
    {
        RuleFor(f => f.Slot).NotNull().WithSentence(SlotOrPhone).When(f => f.Phone is null);
        RuleFor(f => f.Phone).PossiblePhone();
    }
}
