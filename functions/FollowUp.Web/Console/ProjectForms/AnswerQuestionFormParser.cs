using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Text;

namespace FollowUp.Web.Console.ProjectForms;

/// <summary>The answer to a provider's question.</summary>
static class AnswerQuestionFormParser
{
    public static Command Parse(ProjectFormContext form) => new AnswerQuestion(
        form.Fields.GetText("question") ?? "",
        new FreeText(form.Fields.GetRequiredText("text", new("Écrivez la réponse : elle part par mail.", "Write the answer: it leaves by mail."))));
}
