using FollowUp.Domain.Permissions;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Text;
using NodaTime;

namespace FollowUp.Web;

/// <summary>A call that took place. Which fields count depends on what came of it.</summary>
static class RecordCallForm
{
    public static Command? Read(DeskForm form)
    {
        var fields = form.Fields;
        if (fields.Choice<CallOutcome>("outcome") is not { } outcome)
        {
            fields.Wrong("outcome", new("Dites ce que l’appel a donné.", "Say what came of the call."));
            return null;
        }

        var call = new RecordCall(
            outcome,
            At(form),
            outcome is CallOutcome.TalkingTo or CallOutcome.Chose ? Needed(form, "provider", form.Provider("provider")) : null,
            outcome == CallOutcome.NotSerious ? fields.Choice<NotSeriousReason>("notSerious") ?? NotSeriousReason.Other : null,
            OutcomeWords.HasReason(outcome) ? FreeText.CreateOrNull(fields.Text("reason")) : null,
            outcome == CallOutcome.CallBack ? Needed(form, "agreedAt", fields.ParisTime("agreedAt")) : null,
            outcome == CallOutcome.NotNow ? Needed(form, "until", fields.Date("until")) : null,
            OutcomeWords.Reached(outcome) ? Facts(fields) : Evidence.None,
            fields.Text("note") is { } note
                ? new AddNote(new FreeText(note), fields.Choice<Visibility>("visibility") ?? Visibility.Internal)
                : null);
        return fields.Valid ? call : null;
    }

    /// <summary>When it took place; now when the form leaves it open. A field holds whole minutes, and the minute under way has begun.</summary>
    static Instant At(DeskForm form)
    {
        var at = form.Fields.ParisTime("at") ?? form.Now;
        return at > form.Now && at - form.Now < Duration.FromMinutes(1) ? form.Now : at;
    }

    static T? Needed<T>(DeskForm form, string field, T? value)
    {
        if (value is null)
        {
            form.Fields.Wrong(field, field switch
            {
                "provider" => Refusals.ProviderNeeded.Sentence,
                "until" => Forms.DateWanted,
                _ => Forms.TimeWanted,
            });
        }

        return value;
    }

    static Evidence Facts(FormFields fields) => fields.Choices<Evidence>("facts").Aggregate(Evidence.None, (all, one) => all | one);
}
