using System.Text.Json.Serialization;
using FluentValidation;
using FollowUp.Application.Masking;
using FollowUp.Application.Ports;
using FollowUp.Application.Serialization;
using FollowUp.Domain.Calendars;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Text;
using FollowUp.Web.Shared.FormInput;
using FollowUp.Web.Shared.Validation;
using NodaTime;

namespace FollowUp.Web.Api.Commands;

/// <summary>A call took place.</summary>
public record RecordCallRequest : CommandRequest, IFormRequest
{
    internal static readonly CallOutcome[] WithProvider = [CallOutcome.TalkingTo, CallOutcome.Chose];
    internal static readonly CallOutcome[] WithUntil = [CallOutcome.NotNow];
    internal static readonly CallOutcome[] WithEvidence = [.. Enum.GetValues<CallOutcome>().Where(outcome => outcome.IsClientReached())];
    internal static readonly CallOutcome[] WithReason =
    [
        CallOutcome.NotSerious, CallOutcome.NeedsInformation, CallOutcome.NotNow, CallOutcome.ChoseElsewhere, CallOutcome.GaveUp,
        CallOutcome.RefusesContact,
    ];

    static readonly Duration SoonAfterwards = Duration.FromMinutes(5);

    public CallOutcome? Outcome { get; init; }

    /// <summary>When it took place, now by default; with <c>call-back</c>: when the client wants to be called.</summary>
    public Instant? At { get; init; }

    /// <summary>When it took place, with every outcome.</summary>
    public Instant? CallAt { get; init; }

    /// <summary>With <c>talking-to</c> and <c>chose</c>.</summary>
    public string? Provider { get; init; }

    /// <summary>In euros, with <c>chose</c> where known.</summary>
    public decimal? Amount { get; init; }

    /// <summary>
    /// With <c>not-serious</c>, where it is required: <c>no-real-need</c>, <c>no-budget</c>, <c>just-curious</c>, <c>competitor</c>,
    /// <c>test</c>, <c>other</c> or free words. Free words with the other outcomes that the client may explain.
    /// </summary>
    public string? Reason { get; init; }

    /// <summary>In a form: the listed reason, beside free words in <see cref="Reason"/>.</summary>
    [JsonIgnore]
    public NotSeriousReason? NotSerious { get; init; }

    /// <summary>With <c>not-now</c>: when to ask again.</summary>
    public LocalDate? Until { get; init; }

    /// <summary>What the conversation brought to light, when the client was reached.</summary>
    public HeardEvidence[]? Evidence { get; init; }

    public NoteRequest? Note { get; init; }

    /// <summary><c>inbound</c> when the client called, in which case the client was reached; <c>outbound</c> by default.</summary>
    public CallDirection? Direction { get; init; }

    /// <summary>One conversation about several projects of a person: the outcomes that share this id are one call.</summary>
    public string? Call { get; init; }

    internal override SharedText? SharedText => Note?.SharedText;

    internal override LocalizedText Confirmation => new("Appel enregistré.", "Call recorded.");

    internal override Command ToCommand(Instant now)
    {
        var outcome = Outcome!.Value;
        var isCallBack = outcome == CallOutcome.CallBack;
        var (listed, words) = outcome == CallOutcome.NotSerious ? SplitReason() : (null, NormalizedText.MultiLineOrNull(Reason));
        return new RecordCall(
            outcome,
            Instant.Min(CallAt ?? (isCallBack ? null : At) ?? now, now),
            Provider,
            listed,
            FreeText.CreateOrNull(words),
            AgreedAt: isCallBack ? At : null,
            Until,
            (Evidence ?? []).Aggregate(Domain.Projects.Evidence.None, (all, heard) => all | ToEvidence(heard)),
            Note?.ToNote(),
            Direction ?? CallDirection.Outbound)
        {
            Amount = Amount,
            Call = Call,
        };
    }

    internal override LocalizedText? GetQuestion(Project project, Instant now) =>
        project.Latest.Call is { } last && last.At > now - SoonAfterwards
            ? new LocalizedText(
                "Un appel vient d’être noté sur ce projet. Si c’est le même, il n’y a rien à faire. Si c’en est un autre, cochez la case et enregistrez.",
                "A call was recorded on this project just now. If it is the same call, there is nothing to do. If it is another one, tick the box and save.")
            : null;

    bool IFormRequest.Uses(string property) => property switch
    {
        nameof(Provider) => IsOneOf(WithProvider),
        nameof(Amount) => Outcome == CallOutcome.Chose,
        nameof(Until) => IsOneOf(WithUntil),
        nameof(At) => Outcome == CallOutcome.CallBack,
        nameof(NotSerious) => Outcome == CallOutcome.NotSerious,
        nameof(Reason) => IsOneOf(WithReason),
        nameof(Evidence) => IsOneOf(WithEvidence),
        nameof(Note) => Note?.Text is not null,
        _ => true,
    };

    internal bool IsOneOf(CallOutcome[] outcomes) => Outcome is { } outcome && outcomes.Contains(outcome);

    /// <summary>The listed reason and the free words; words that are no listed reason go under "other".</summary>
    (NotSeriousReason? Listed, string? Words) SplitReason()
    {
        var reason = NormalizedText.MultiLineOrNull(Reason);
        return NotSerious is { } chosen ? (chosen, reason)
            : Kebab.TryParse<NotSeriousReason>(reason, out var listed) ? (listed, null)
            : (NotSeriousReason.Other, reason);
    }

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

    public RecordCallValidator(IDirectory directory, TimeProvider time, WorkingCalendar calendar)
    {
        RuleFor(r => r.Outcome).Required();
        RuleFor(r => r.Direction).Must((r, _) => r.Outcome is not { } outcome || outcome.IsClientReached()).WithText(
                new LocalizedText("ne convient pas : un client qui appelle est joint", "does not fit: a client who calls is reached"))
            .When(r => r.Direction == CallDirection.Inbound);
        RuleFor(r => r.Call).Id();
        RuleFor(r => r.Note).SetValidator(new NoteValidator()!);
        RuleFor(r => r.Reason).OptionalMultiLine();

        RuleFor(r => r.Provider).Required().KnownProvider(directory).When(r => r.IsOneOf(RecordCallRequest.WithProvider));
        RuleFor(r => r.Provider).Absent(Names(RecordCallRequest.WithProvider)).When(r => IsOther(r, RecordCallRequest.WithProvider));
        RuleFor(r => r.Amount).Amount();
        RuleFor(r => r.Amount).Absent(Kebab.Case(CallOutcome.Chose)).When(r => r.Outcome is not (null or CallOutcome.Chose));
        RuleFor(r => r.Until).Required().AfterToday(time, calendar).When(r => r.IsOneOf(RecordCallRequest.WithUntil));
        RuleFor(r => r.Until).Absent(Names(RecordCallRequest.WithUntil)).When(r => IsOther(r, RecordCallRequest.WithUntil));
        RuleFor(r => r.At).Required().InFuture(time).When(r => r.Outcome == CallOutcome.CallBack);
        RuleFor(r => r.At).InPast(time).When(r => r.Outcome != CallOutcome.CallBack);
        RuleFor(r => r.CallAt).InPast(time);
        RuleFor(r => NormalizedText.MultiLineOrNull(r.Reason)).Required().OverridePropertyName(nameof(RecordCallRequest.Reason))
            .When(r => r is { Outcome: CallOutcome.NotSerious, NotSerious: null });
        RuleFor(r => NormalizedText.MultiLineOrNull(r.Reason)).Absent(Names(RecordCallRequest.WithReason)).OverridePropertyName(nameof(RecordCallRequest.Reason))
            .When(r => IsOther(r, RecordCallRequest.WithReason));
        RuleFor(r => r.Evidence).Absent(Names(RecordCallRequest.WithEvidence)).When(r => IsOther(r, RecordCallRequest.WithEvidence));
        RuleFor(r => r.Evidence).Must(list => list is not { Length: > MaxEvidence }).WithText(
            new LocalizedText($"doit être une liste de {MaxEvidence} éléments au plus", $"must be a list of {MaxEvidence} items at most"));
    }

    static bool IsOther(RecordCallRequest r, CallOutcome[] outcomes) => r.Outcome is not null && !r.IsOneOf(outcomes);

    static string Names(CallOutcome[] outcomes) => string.Join(", ", outcomes.Select(Kebab.Case));
}
