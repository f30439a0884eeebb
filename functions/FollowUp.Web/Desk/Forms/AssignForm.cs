using FollowUp.Domain.Projects.Commands;

namespace FollowUp.Web;

static class AssignForm
{
    public static Command? Read(DeskForm form)
    {
        if (form.Visit.Coordinators.FirstOrDefault(s => s.Id == form.Fields.Text("coordinator")) is { } coordinator)
        {
            return new Assign(coordinator.Id);
        }

        form.Fields.Wrong("coordinator", Forms.ChooseOne);
        return null;
    }
}
