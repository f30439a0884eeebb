using FollowUp.Domain.Permissions;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Text;
using FollowUp.Web.Shared.FormInput;

namespace FollowUp.Web.Console.ProjectForms;

static class CloseFormParser
{
    public static Command? Parse(ProjectFormContext form)
    {
        var fields = form.Fields;
        var words = FreeText.CreateOrNull(fields.GetText("reason"));
        switch (fields.GetText("result"))
        {
            case "won":
                var amount = fields.GetAmount("amount");
                return form.FindProvider("provider") is { } provider ? new Close(Outcome.Won(provider, amount), words) : Missing(fields);
            case not null when fields.GetChoice<DeathReason>("result") is { } dead:
                return new Close(Outcome.Dead(dead), words);
            default:
                fields.AddError("result", FormMessages.ChooseOne);
                return null;
        }
    }

    static Close? Missing(FormFields fields)
    {
        fields.AddError("provider", Refusals.ProviderNeeded.Sentence);
        return null;
    }
}
