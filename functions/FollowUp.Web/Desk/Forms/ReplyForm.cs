using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Text;
using NodaTime;

namespace FollowUp.Web;

/// <summary>What a client answered, written down by whoever it reached.</summary>
static class ReplyForm
{
    public static Command Read(DeskForm form) => new ReportReply(
        new FreeText(form.Fields.Required("text", new("Écrivez ce que le client a répondu.", "Write what the client answered."))),
        Instant.Min(form.Fields.ParisTime("at") ?? form.Now, form.Now));
}
