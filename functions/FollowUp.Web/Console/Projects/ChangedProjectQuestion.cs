using System.Collections.Frozen;
using FollowUp.Domain.Text;

namespace FollowUp.Web.Console.Projects;

/// <summary>
/// The question of a form that was open while its project changed. The page then lists what happened since. A form that adds something without
/// changing the plan, such as a note, and a form of buttons alone are recorded without a question.
/// </summary>
static class ChangedProjectQuestion
{
    public static readonly LocalizedText Text = new(
        "Le projet a changé depuis que cette page est ouverte. Rien n’est enregistré ; votre saisie est gardée. Lisez ce qui s’est passé, puis confirmez.",
        "The project has changed since this page was opened. Nothing is recorded; what you typed is kept. Read what happened, then confirm.");

    public static readonly LocalizedText Confirmation = new("J’ai vu, enregistrer quand même", "I have seen it, record it all the same");

    static readonly FrozenSet<string> Forms = FrozenSet.Create(
        StringComparer.Ordinal, "record-call", "snooze", "close", "assign", "reopen", "answer-question", "write-to-client", "correct-contact");

    public static bool IsAskedBy(string form) => Forms.Contains(form);
}
