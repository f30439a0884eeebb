using FollowUp.Domain.Permissions;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Text;

namespace FollowUp.Web;

static class CloseForm
{
    public static Command? Read(DeskForm form)
    {
        var fields = form.Fields;
        var words = FreeText.CreateOrNull(fields.Text("reason"));
        switch (fields.Text("result"))
        {
            case "won":
                var amount = fields.Amount("amount");
                return form.Provider("provider") is { } provider ? new Close(Outcome.Won(provider, amount), words) : Missing(fields);
            case not null when fields.Choice<DeathReason>("result") is { } dead:
                return new Close(Outcome.Dead(dead), words);
            default:
                fields.Wrong("result", Forms.ChooseOne);
                return null;
        }
    }

    static Close? Missing(FormFields fields)
    {
        fields.Wrong("provider", Refusals.ProviderNeeded.Sentence);
        return null;
    }
}
