using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Projects.PendingDecisions;
using FollowUp.Domain.Text;

namespace FollowUp.Web;

/// <summary>The answer to a question that stands on the project: one of two buttons.</summary>
static class DecisionForm
{
    static readonly LocalizedText AskedAnew = new(
        "Cette question a changé depuis que la page est ouverte : regardez ce qui est demandé maintenant.",
        "This question has changed since the page was opened: look at what is asked now.");

    public static Command? CloseForSilence(DeskForm form) => Answer(form, new PendingClosing());

    public static Command? TellProvider(DeskForm form) =>
        form.Provider("provider") is { } provider ? Answer(form, new PendingGoodChancesNotice(provider)) : null;

    /// <summary>The page names the colleague, so that a yes is never given for another one who was asked since.</summary>
    public static Command? TakeOver(DeskForm form)
    {
        if (form.Project.TakeOverAskedOf is { } asked && form.Visit.AllStaff.ByKey(form.Fields.Text("colleague"))?.Id != asked)
        {
            form.Fields.Wrong("colleague", AskedAnew);
            return null;
        }

        return Answer(form, new PendingTakeOver(form.Project.TakeOverAskedOf ?? ""));
    }

    static Command? Answer(DeskForm form, PendingDecision question)
    {
        if (form.Fields.Text("approve") is "true" or "false")
        {
            return question.ToCommand(form.Fields.Ticked("approve"));
        }

        form.Fields.Wrong("approve", Forms.ChooseOne);
        return null;
    }
}
