using FollowUp.Application.Serialization;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Text;
using FollowUp.Web.Shared.Validation;

namespace FollowUp.Web.Api.Commands;

/// <summary>Reads <c>record-call</c>. A field that its outcome makes nothing of is refused, as it would be lost without a word.</summary>
static class RecordCallMapper
{
    static readonly CallOutcome[] OutcomesWithProvider = [CallOutcome.TalkingTo, CallOutcome.Chose];

    static readonly CallOutcome[] OutcomesWithReason =
    [
        CallOutcome.NotSerious, CallOutcome.NeedsInformation, CallOutcome.NotNow, CallOutcome.ChoseElsewhere, CallOutcome.GaveUp,
        CallOutcome.RefusesContact,
    ];

    public static RecordCall ToCommand(RecordCallRequest r, InputValidator check)
    {
        var reason = check.OptionalMultiLine("reason", r.Reason);
        var note = r.Note is null ? null : NoteOf(check.MultiLine("note.text", r.Note.Text), r.Note.Visibility);
        if (r.Outcome is not { } outcome)
        {
            return new RecordCall(default, check.Now);
        }

        ValidateFields(r, outcome, reason, check);
        var callBack = outcome == CallOutcome.CallBack;
        NotSeriousReason? notSerious = outcome == CallOutcome.NotSerious ? ParseReason(reason) : null;
        return new RecordCall(
            outcome,
            At: callBack ? check.Now : NodaTime.Instant.Min(check.InPast("at", r.At), check.Now),
            r.Provider,
            notSerious,
            notSerious is { } listed && Kebab.Case(listed) == reason ? null : FreeText.CreateOrNull(reason),
            AgreedAt: callBack ? check.InFuture("at", r.At) : null,
            Until: outcome == CallOutcome.NotNow ? check.AfterToday("until", r.Until) : null,
            ToEvidence(r.Evidence),
            note);
    }

    public static AddNote NoteOf(string text, Visibility? visibility) => new(new FreeText(text), visibility ?? Visibility.Internal);

    static void ValidateFields(RecordCallRequest r, CallOutcome outcome, string? reason, InputValidator check)
    {
        ValidateField("provider", r.Provider, OutcomesWithProvider, outcome, required: true, check);
        ValidateField("until", r.Until, [CallOutcome.NotNow], outcome, required: true, check);
        ValidateField("reason", reason, OutcomesWithReason, outcome, required: outcome == CallOutcome.NotSerious, check);
        if (outcome == CallOutcome.CallBack)
        {
            check.Require("at", r.At);
        }

        if (!outcome.IsClientReached())
        {
            check.RequireAbsent("evidence", r.Evidence, FormatNames(Enum.GetValues<CallOutcome>().Where(o => o.IsClientReached())));
        }
    }

    static void ValidateField(string name, object? value, CallOutcome[] goesWith, CallOutcome outcome, bool required, InputValidator check)
    {
        if (!goesWith.Contains(outcome))
        {
            check.RequireAbsent(name, value, FormatNames(goesWith));
        }
        else if (required)
        {
            check.Require(name, value);
        }
    }

    static string FormatNames(IEnumerable<CallOutcome> outcomes) => string.Join(", ", outcomes.Select(Kebab.Case));

    /// <summary>One of the list, or free words under "other".</summary>
    static NotSeriousReason ParseReason(string? reason)
    {
        foreach (var listed in Enum.GetValues<NotSeriousReason>())
        {
            if (Kebab.Case(listed) == reason)
            {
                return listed;
            }
        }

        return NotSeriousReason.Other;
    }

    static Evidence ToEvidence(HeardEvidence[]? evidence) => (evidence ?? []).Aggregate(Evidence.None, (all, one) => all | one switch
    {
        HeardEvidence.NeedDescribed => Evidence.NeedDescribed,
        HeardEvidence.Budget => Evidence.Budget,
        HeardEvidence.Date => Evidence.Date,
        _ => Evidence.DecisionMaker,
    });
}
