using FollowUp.Application.Serialization;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Text;

namespace FollowUp.Web;

/// <summary>Reads <c>record-call</c>. A field that its outcome makes nothing of is refused, as it would be lost without a word.</summary>
static class CallReport
{
    static readonly CallOutcome[] NamesProvider = [CallOutcome.TalkingTo, CallOutcome.Chose];

    static readonly CallOutcome[] TakesReason =
    [
        CallOutcome.NotSerious, CallOutcome.NeedsInformation, CallOutcome.NotNow, CallOutcome.ChoseElsewhere, CallOutcome.GaveUp,
        CallOutcome.RefusesContact,
    ];

    public static RecordCall Read(RecordCallRequest r, Checks check)
    {
        var reason = check.TextOrNone("reason", r.Reason);
        var note = r.Note is null ? null : NoteOf(check.Text("note.text", r.Note.Text), r.Note.Visibility);
        if (r.Outcome is not { } outcome)
        {
            return new RecordCall(default, check.Now);
        }

        Belonging(r, outcome, reason, check);
        var callBack = outcome == CallOutcome.CallBack;
        NotSeriousReason? notSerious = outcome == CallOutcome.NotSerious ? Listed(reason) : null;
        return new RecordCall(
            outcome,
            At: callBack ? check.Now : NodaTime.Instant.Min(check.Past("at", r.At), check.Now),
            r.Provider,
            notSerious,
            notSerious is { } listed && Kebab.Case(listed) == reason ? null : FreeText.CreateOrNull(reason),
            AgreedAt: callBack ? check.Future("at", r.At) : null,
            Until: outcome == CallOutcome.NotNow ? check.AfterToday("until", r.Until) : null,
            Heard(r.Evidence),
            note);
    }

    public static AddNote NoteOf(string text, Visibility? visibility) => new(new FreeText(text), visibility ?? Visibility.Internal);

    static void Belonging(RecordCallRequest r, CallOutcome outcome, string? reason, Checks check)
    {
        Field("provider", r.Provider, NamesProvider, outcome, required: true, check);
        Field("until", r.Until, [CallOutcome.NotNow], outcome, required: true, check);
        Field("reason", reason, TakesReason, outcome, required: outcome == CallOutcome.NotSerious, check);
        if (outcome == CallOutcome.CallBack)
        {
            check.Required("at", r.At);
        }

        if (!outcome.IsClientReached())
        {
            check.Unwanted("evidence", r.Evidence, Names(Enum.GetValues<CallOutcome>().Where(o => o.IsClientReached())));
        }
    }

    static void Field(string name, object? value, CallOutcome[] goesWith, CallOutcome outcome, bool required, Checks check)
    {
        if (!goesWith.Contains(outcome))
        {
            check.Unwanted(name, value, Names(goesWith));
        }
        else if (required)
        {
            check.Required(name, value);
        }
    }

    static string Names(IEnumerable<CallOutcome> outcomes) => string.Join(", ", outcomes.Select(Kebab.Case));

    /// <summary>One of the list, or free words under "other".</summary>
    static NotSeriousReason Listed(string? reason)
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

    static Evidence Heard(HeardEvidence[]? evidence) => (evidence ?? []).Aggregate(Evidence.None, (all, one) => all | one switch
    {
        HeardEvidence.NeedDescribed => Evidence.NeedDescribed,
        HeardEvidence.Budget => Evidence.Budget,
        HeardEvidence.Date => Evidence.Date,
        _ => Evidence.DecisionMaker,
    });
}
