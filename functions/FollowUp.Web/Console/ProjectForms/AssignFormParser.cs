using FollowUp.Domain.Projects.Commands;
using FollowUp.Web.Shared.FormInput;

namespace FollowUp.Web.Console.ProjectForms;

/// <summary>Handing the project over to a coordinator.</summary>
static class AssignFormParser
{
    public static Command? Parse(ProjectFormContext form)
    {
        if (form.Visit.Coordinators.FirstOrDefault(s => s.Id == form.Fields.GetText("coordinator")) is { } coordinator)
        {
            return new Assign(coordinator.Id);
        }

        form.Fields.AddError("coordinator", FormMessages.ChooseOne);
        return null;
    }
}
