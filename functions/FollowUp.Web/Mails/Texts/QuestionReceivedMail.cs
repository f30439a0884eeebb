using FollowUp.Domain.Projects.Events;

namespace FollowUp.Web;

/// <summary>A provider asks; the coordinator in charge owes an answer within two working days.</summary>
static class QuestionReceivedMail
{
    public static MailText Write(MailMatter m)
    {
        var asked = m.Letter.Cause?.Event as QuestionAsked;
        var who = asked is null ? m.Say("Un prestataire", "A provider") : m.Name(asked.Provider);
        var due = asked is null ? m.Letter.Now : asked.DueAt;
        return m.Mail(
            m.Say($"{m.Title} : {who} attend votre réponse", $"{m.Title}: {who} awaits your answer"),
            m.Say($"Réponse attendue avant le {m.When(due)}.", $"Answer due before {m.When(due)}."),
            new Says(m.Say($"{who} vous interroge sur le projet {m.Title} :", $"{who} asks you about the project {m.Title}:")),
            new Quotes(m.Letter.FreeText ?? m.Say("(question effacée)", "(question erased)")),
            new Offers(m.Say("Répondre", "Answer"), m.StaffPage),
            new Says(m.Say(
                $"La réponse est attendue avant le {m.When(due)}. Elle partira par mail et sera gardée dans l’historique du projet.",
                $"The answer is due before {m.When(due)}. It leaves by mail and is kept in the project’s timeline.")));
    }
}
