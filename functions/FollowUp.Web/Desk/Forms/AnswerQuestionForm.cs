using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Text;

namespace FollowUp.Web;

static class AnswerQuestionForm
{
    public static Command Read(DeskForm form) => new AnswerQuestion(
        form.Fields.Text("question") ?? "",
        new FreeText(form.Fields.Required("text", new("Écrivez la réponse : elle part par mail.", "Write the answer: it leaves by mail."))));
}
