using FollowUp.Domain;

namespace FollowUp.Web;

/// <summary>The answer to a question that stands on the project: one of two buttons.</summary>
static class DecisionForm
{
    static readonly Phrase AskedAnew = new(
        "Cette question a changé depuis que la page est ouverte : regardez ce qui est demandé maintenant.",
        "This question has changed since the page was opened: look at what is asked now.");

    public static Command? CloseForSilence(DeskForm form) => Answer(form, new CloseForSilence());

    public static Command? TellProvider(DeskForm form) =>
        form.Provider("provider") is { } provider ? Answer(form, new TellProvider(provider)) : null;

    /// <summary>The page names the colleague, so that a yes is never given for another one who was asked since.</summary>
    public static Command? TakeOver(DeskForm form)
    {
        if (form.Project.TakeOverAskedOf is { } asked && form.Visit.AllStaff.ByKey(form.Fields.Text("colleague"))?.Id != asked)
        {
            form.Fields.Wrong("colleague", AskedAnew);
            return null;
        }

        return Answer(form, new TakeProjectOver(form.Project.TakeOverAskedOf ?? ""));
    }

    static Command? Answer(DeskForm form, StaffQuestion question)
    {
        if (form.Fields.Text("approve") is "true" or "false")
        {
            return question.Answer(form.Fields.Ticked("approve"));
        }

        form.Fields.Wrong("approve", Forms.ChooseOne);
        return null;
    }
}
