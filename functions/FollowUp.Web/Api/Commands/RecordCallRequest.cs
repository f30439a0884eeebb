using FluentValidation;
using FollowUp.Application.Ports;
using FollowUp.Application.Serialization;
using FollowUp.Domain.Calendars;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Text;
using FollowUp.Web.Shared.Validation;
using NodaTime;

namespace FollowUp.Web.Api.Commands;

/// <summary>A call took place.</summary>
public sealed record RecordCallRequest : CommandRequest
{
    public CallOutcome? Outcome { get; init; }

    /// <summary>When it took place, now by default; with <c>call-back</c>: when the client wants to be called.</summary>
    public Instant? At { get; init; }

    /// <summary>With <c>talking-to</c> and <c>chose</c>.</summary>
    public string? Provider { get; init; }

    /// <summary>
    /// With <c>not-serious</c>, where it is required: <c>no-real-need</c>, <c>no-budget</c>, <c>just-curious</c>, <c>competitor</c>,
    /// <c>test</c>, <c>other</c> or free words. Free words with the other outcomes that the client may explain.
    /// </summary>
    public string? Reason { get; init; }

    /// <summary>With <c>not-now</c>: when to ask again.</summary>
    public LocalDate? Until { get; init; }

    /// <summary>What the conversation brought to light, when the client was reached.</summary>
    public HeardEvidence[]? Evidence { get; init; }

    public NoteRequest? Note { get; init; }

    internal override Command ToCommand(Instant now)
    {
        var outcome = Outcome!.Value;
        var isCallBack = outcome == CallOutcome.CallBack;
        var reason = NormalizedText.MultiLineOrNull(Reason);
        NotSeriousReason? listed = outcome == CallOutcome.NotSerious ? ParseReason(reason) : null;
        return new RecordCall(
            outcome,
            At: isCallBack ? now : Instant.Min(At ?? now, now),
            Provider,
            listed,
            listed is { } known && Kebab.Case(known) == reason ? null : FreeText.CreateOrNull(reason),
            AgreedAt: isCallBack ? At : null,
            Until,
            (Evidence ?? []).Aggregate(Domain.Projects.Evidence.None, (all, heard) => all | ToEvidence(heard)),
            Note?.ToNote());
    }

    /// <summary>A listed reason; anything else is free words under "other".</summary>
    static NotSeriousReason ParseReason(string? reason) => Enum.GetValues<NotSeriousReason>()
        .Where(listed => Kebab.Case(listed) == reason).DefaultIfEmpty(NotSeriousReason.Other).First();

    static Evidence ToEvidence(HeardEvidence heard) => heard switch
    {
        HeardEvidence.NeedDescribed => Domain.Projects.Evidence.NeedDescribed,
        HeardEvidence.Budget => Domain.Projects.Evidence.Budget,
        HeardEvidence.Date => Domain.Projects.Evidence.Date,
        _ => Domain.Projects.Evidence.DecisionMaker,
    };
}

/// <summary>A field that the outcome has no use for is refused, as it would be lost silently.</summary>
sealed class RecordCallValidator : RequestValidator<RecordCallRequest>
{
    const int MaxEvidence = 20;

    static readonly CallOutcome[] WithProvider = [CallOutcome.TalkingTo, CallOutcome.Chose];
    static readonly CallOutcome[] WithUntil = [CallOutcome.NotNow];
    static readonly CallOutcome[] WithEvidence = [.. Enum.GetValues<CallOutcome>().Where(outcome => outcome.IsClientReached())];
    static readonly CallOutcome[] WithReason =
    [
        CallOutcome.NotSerious, CallOutcome.NeedsInformation, CallOutcome.NotNow, CallOutcome.ChoseElsewhere, CallOutcome.GaveUp,
        CallOutcome.RefusesContact,
    ];

    public RecordCallValidator(IDirectory directory, TimeProvider time, WorkingCalendar calendar)
    {
        RuleFor(r => r.Outcome).Required();
        RuleFor(r => r.Note).SetValidator(new NoteValidator()!);
        RuleFor(r => r.Reason).OptionalMultiLine();

        RuleFor(r => r.Provider).Required().KnownProvider(directory).When(r => Is(r, WithProvider));
        RuleFor(r => r.Provider).Absent(Names(WithProvider)).When(r => IsOther(r, WithProvider));
        RuleFor(r => r.Until).Required().AfterToday(time, calendar).When(r => Is(r, WithUntil));
        RuleFor(r => r.Until).Absent(Names(WithUntil)).When(r => IsOther(r, WithUntil));
        RuleFor(r => r.At).Required().InFuture(time).When(r => r.Outcome == CallOutcome.CallBack);
        RuleFor(r => r.At).InPast(time).When(r => r.Outcome != CallOutcome.CallBack);
        RuleFor(r => NormalizedText.MultiLineOrNull(r.Reason)).Required().OverridePropertyName(nameof(RecordCallRequest.Reason))
            .When(r => r.Outcome == CallOutcome.NotSerious);
        RuleFor(r => NormalizedText.MultiLineOrNull(r.Reason)).Absent(Names(WithReason)).OverridePropertyName(nameof(RecordCallRequest.Reason))
            .When(r => IsOther(r, WithReason));
        RuleFor(r => r.Evidence).Absent(Names(WithEvidence)).When(r => IsOther(r, WithEvidence));
        RuleFor(r => r.Evidence).Must(list => list is not { Length: > MaxEvidence }).WithText(
            new LocalizedText($"doit être une liste de {MaxEvidence} éléments au plus", $"must be a list of {MaxEvidence} items at most"));
    }

    static bool Is(RecordCallRequest r, CallOutcome[] outcomes) => r.Outcome is { } outcome && outcomes.Contains(outcome);

    static bool IsOther(RecordCallRequest r, CallOutcome[] outcomes) => r.Outcome is { } outcome && !outcomes.Contains(outcome);

    static string Names(CallOutcome[] outcomes) => string.Join(", ", outcomes.Select(Kebab.Case));
}
