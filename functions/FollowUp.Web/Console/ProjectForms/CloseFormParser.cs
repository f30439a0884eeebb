using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Text;
using FollowUp.Web.Shared.FormInput;

namespace FollowUp.Web.Console.ProjectForms;

/// <summary>A closing: won with a provider, or dead for a reason.</summary>
static class CloseFormParser
{
    public static Command? Parse(ProjectFormContext form)
    {
        var fields = form.Fields;
        var reason = FreeText.CreateOrNull(fields.GetText("reason"));
        if (fields.GetText("result") == "won")
        {
            var amount = fields.GetAmount("amount");
            return form.FindRequiredProvider("provider") is { } provider ? new Close(Outcome.Won(provider, amount), reason) : null;
        }

        return fields.GetRequiredChoice<DeathReason>("result", FormMessages.ChooseOne) is { } death
            ? new Close(Outcome.Dead(death), reason)
            : null;
    }
}
