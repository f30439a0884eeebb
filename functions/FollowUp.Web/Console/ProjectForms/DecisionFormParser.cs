using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Projects.PendingDecisions;
using FollowUp.Domain.Text;
using FollowUp.Web.Shared.FormInput;

namespace FollowUp.Web.Console.ProjectForms;

/// <summary>The answer to a question that stands on the project: one of two buttons.</summary>
static class DecisionFormParser
{
    static readonly LocalizedText DecisionChanged = new(
        "Cette question a changé depuis que la page est ouverte : regardez ce qui est demandé maintenant.",
        "This question has changed since the page was opened: look at what is asked now.");

    public static Command? ParseCloseForSilence(ProjectFormContext form) => Answer(form, new PendingClosing());

    public static Command? ParseTellProvider(ProjectFormContext form) =>
        form.FindProvider("provider") is { } provider ? Answer(form, new PendingGoodChancesNotice(provider)) : null;

    /// <summary>The page names the colleague, so that a yes is never given for another one who was asked since.</summary>
    public static Command? ParseTakeOver(ProjectFormContext form)
    {
        if (form.Project.TakeOverAskedOf is { } asked && form.Visit.AllStaff.FindByKey(form.Fields.GetText("colleague"))?.Id != asked)
        {
            form.Fields.AddError("colleague", DecisionChanged);
            return null;
        }

        return Answer(form, new PendingTakeOver(form.Project.TakeOverAskedOf ?? ""));
    }

    static Command? Answer(ProjectFormContext form, PendingDecision question)
    {
        if (form.Fields.GetText("approve") is "true" or "false")
        {
            return question.ToCommand(form.Fields.IsChecked("approve"));
        }

        form.Fields.AddError("approve", FormMessages.ChooseOne);
        return null;
    }
}
