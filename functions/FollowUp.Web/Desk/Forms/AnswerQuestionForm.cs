using FollowUp.Domain;

namespace FollowUp.Web;

static class AnswerQuestionForm
{
    public static Command Read(DeskForm form) => new AnswerQuestion(
        form.Fields.Text("question") ?? "",
        new Words(form.Fields.Required("text", new("Écrivez la réponse : elle part par mail.", "Write the answer: it leaves by mail."))));
}
