using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Projects.PendingDecisions;
using FollowUp.Domain.Text;
using FollowUp.Web.Shared.FormInput;

namespace FollowUp.Web.Console.ProjectForms;

/// <summary>The decision on an open question: one of two buttons.</summary>
static class DecisionFormParser
{
    static readonly LocalizedText DecisionChanged = new(
        "Cette question a changé depuis que la page est ouverte : regardez ce qui est demandé maintenant.",
        "This question has changed since the page was opened: look at what is asked now.");

    public static Command? ParseCloseForSilence(ProjectFormContext form) => Decide(form, new PendingClosing());

    public static Command? ParseTellProvider(ProjectFormContext form) =>
        form.FindProvider("provider") is { } provider ? Decide(form, new PendingGoodChancesNotice(provider)) : null;

    /// <summary>The form names the colleague, so that an answer is refused when another one has been asked since the page was opened.</summary>
    public static Command? ParseTakeOver(ProjectFormContext form)
    {
        if (form.Project.Staffing.TakeOverAskedOf is { } asked && form.Visit.FindStaff(form.Fields.GetText("colleague"))?.Id != asked)
        {
            form.Fields.AddError("colleague", DecisionChanged);
            return null;
        }

        return Decide(form, new PendingTakeOver(form.Project.Staffing.TakeOverAskedOf ?? ""));
    }

    static Command? Decide(ProjectFormContext form, PendingDecision decision)
    {
        if (form.Fields.GetText("approve") is "true" or "false")
        {
            return decision.ToCommand(form.Fields.IsChecked("approve"));
        }

        form.Fields.AddError("approve", FormMessages.ChooseOne);
        return null;
    }
}
