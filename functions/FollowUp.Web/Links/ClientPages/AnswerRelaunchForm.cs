using FluentValidation;
using FollowUp.Application.Ports;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Text;
using FollowUp.Web.Shared.FormInput;
using FollowUp.Web.Shared.Validation;
using NodaTime;

namespace FollowUp.Web.Links.ClientPages;

/// <summary>A client's answer to a relaunch.</summary>
sealed record AnswerRelaunchForm : ClientForm, IFormRequest
{
    public ClientAnswer? Answer { get; init; }

    /// <summary>The id of a provider from the list.</summary>
    public string? Provider { get; init; }

    /// <summary>The id of a provider that was named and not chosen from the list.</summary>
    public string? OtherProvider { get; init; }

    public LocalDate? Until { get; init; }

    /// <summary>When to call; null for as soon as possible.</summary>
    public Instant? Slot { get; init; }

    /// <summary>The number of the project, which confirms an answer that closes it.</summary>
    public string? Project { get; init; }

    public bool ClosesProject => Answer is ClientAnswer.Chose or ClientAnswer.ChoseElsewhere or ClientAnswer.GaveUp or ClientAnswer.LeaveMeAlone;

    public bool NamesProvider => Answer is ClientAnswer.TalkingTo or ClientAnswer.Chose;

    public override string Digest => $"{Answer}|{Provider ?? OtherProvider}|{Until}|{Slot}";

    public override Command ToCommand() => Slot is { } at ? new PickCallBack(at) : new AnswerRelaunch(Answer!.Value, Provider ?? OtherProvider, Until);

    public bool Uses(string property) => property switch
    {
        nameof(Provider) => NamesProvider,
        nameof(OtherProvider) => NamesProvider && Provider is null,
        nameof(Until) => Answer == ClientAnswer.NotNow,
        nameof(Slot) or nameof(Phone) => Answer == ClientAnswer.CallMe,
        nameof(Project) => ClosesProject,
        _ => true,
    };
}

sealed class AnswerRelaunchValidator : RequestValidator<AnswerRelaunchForm>
{
    static readonly LocalizedText WhichProvider = new(
        "Choisissez le prestataire, ou écrivez son nom exact tel qu’il figure sur le site.",
        "Choose the provider, or write its exact name as it stands on the website.");

    public AnswerRelaunchValidator(IDirectory directory)
    {
        RuleFor(f => f.Answer).NotNull().WithSentence(FormMessages.ChooseOne);
        RuleFor(f => f.Provider).NotNull().WithSentence(WhichProvider).When(f => f is { NamesProvider: true, OtherProvider: null });
        RuleFor(f => f.Provider).KnownProvider(directory).WithSentence(WhichProvider);
        RuleFor(f => f.OtherProvider).KnownProvider(directory).WithSentence(WhichProvider);
        RuleFor(f => f.Until).Required().When(f => f.Answer == ClientAnswer.NotNow);
        RuleFor(f => f.Phone).PossiblePhone();
    }
}
