using FollowUp.Domain.Permissions;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Text;
using FollowUp.Web.Shared.FormInput;
using NodaTime;

namespace FollowUp.Web.Console.ProjectForms;

/// <summary>A call that took place. Which fields count depends on what came of it.</summary>
static class RecordCallFormParser
{
    public static Command? Parse(ProjectFormContext form)
    {
        var fields = form.Fields;
        if (fields.GetChoice<CallOutcome>("outcome") is not { } outcome)
        {
            fields.AddError("outcome", new("Dites ce que l’appel a donné.", "Say what came of the call."));
            return null;
        }

        var call = new RecordCall(
            outcome,
            At(form),
            outcome is CallOutcome.TalkingTo or CallOutcome.Chose ? Needed(form, "provider", form.FindProvider("provider")) : null,
            outcome == CallOutcome.NotSerious ? fields.GetChoice<NotSeriousReason>("notSerious") ?? NotSeriousReason.Other : null,
            CallOutcomeText.HasReason(outcome) ? FreeText.CreateOrNull(fields.GetText("reason")) : null,
            outcome == CallOutcome.CallBack ? Needed(form, "agreedAt", fields.GetParisTime("agreedAt")) : null,
            outcome == CallOutcome.NotNow ? Needed(form, "until", fields.GetDate("until")) : null,
            CallOutcomeText.IsReached(outcome) ? Facts(fields) : Evidence.None,
            fields.GetText("note") is { } note
                ? new AddNote(new FreeText(note), fields.GetChoice<Visibility>("visibility") ?? Visibility.Internal)
                : null);
        return fields.IsValid ? call : null;
    }

    /// <summary>When it took place; now when the form leaves it open. A field holds whole minutes, and the minute under way has begun.</summary>
    static Instant At(ProjectFormContext form)
    {
        var at = form.Fields.GetParisTime("at") ?? form.Now;
        return at > form.Now && at - form.Now < Duration.FromMinutes(1) ? form.Now : at;
    }

    static T? Needed<T>(ProjectFormContext form, string field, T? value)
    {
        if (value is null)
        {
            form.Fields.AddError(field, field switch
            {
                "provider" => Refusals.ProviderNeeded.Sentence,
                "until" => FormMessages.DateExpected,
                _ => FormMessages.TimeExpected,
            });
        }

        return value;
    }

    static Evidence Facts(FormFields fields) => fields.GetChoices<Evidence>("facts").Aggregate(Evidence.None, (all, one) => all | one);
}
