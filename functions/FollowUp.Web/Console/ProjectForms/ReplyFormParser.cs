using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Text;
using NodaTime;

namespace FollowUp.Web.Console.ProjectForms;

/// <summary>A client's reply that staff received outside the project's mails.</summary>
static class ReplyFormParser
{
    public static Command Parse(ProjectFormContext form) => new ReportReply(
        new FreeText(form.Fields.GetRequiredText("text", new("Écrivez ce que le client a répondu.", "Write what the client answered."))),
        Instant.Min(form.Fields.GetParisTime("at") ?? form.Now, form.Now));
}
