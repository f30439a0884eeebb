using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Text;
using FollowUp.Web.Shared.FormInput;
using NodaTime;

namespace FollowUp.Web.Console.ProjectForms;

/// <summary>A call that took place. The outcome decides which fields are read.</summary>
static class RecordCallFormParser
{
    static readonly LocalizedText OutcomeExpected = new("Dites ce que l’appel a donné.", "Say what came of the call.");

    public static Command? Parse(ProjectFormContext form)
    {
        var fields = form.Fields;
        if (fields.GetRequiredChoice<CallOutcome>("outcome", OutcomeExpected) is not { } outcome)
        {
            return null;
        }

        var call = new RecordCall(
            outcome,
            GetCallTime(form),
            outcome is CallOutcome.TalkingTo or CallOutcome.Chose ? form.FindRequiredProvider("provider") : null,
            outcome == CallOutcome.NotSerious ? fields.GetChoice<NotSeriousReason>("notSerious") ?? NotSeriousReason.Other : null,
            CallOutcomeText.HasReason(outcome) ? FreeText.CreateOrNull(fields.GetText("reason")) : null,
            outcome == CallOutcome.CallBack ? fields.GetRequiredParisTime("agreedAt") : null,
            outcome == CallOutcome.NotNow ? fields.GetRequiredDate("until") : null,
            CallOutcomeText.IsReached(outcome) ? GetFacts(fields) : Evidence.None,
            fields.GetText("note") is { } note
                ? new AddNote(new FreeText(note), fields.GetChoice<Visibility>("visibility") ?? Visibility.Internal)
                : null);
        return fields.IsValid ? call : null;
    }

    /// <summary>
    /// The time of the call, or now when the field is empty. The field holds whole minutes, so the current minute may lie in the future by
    /// seconds; it counts as now.
    /// </summary>
    static Instant GetCallTime(ProjectFormContext form)
    {
        var at = form.Fields.GetParisTime("at") ?? form.Now;
        return at > form.Now && at - form.Now < Duration.FromMinutes(1) ? form.Now : at;
    }

    static Evidence GetFacts(FormFields fields) => fields.GetChoices<Evidence>("facts").Aggregate(Evidence.None, (all, one) => all | one);
}
