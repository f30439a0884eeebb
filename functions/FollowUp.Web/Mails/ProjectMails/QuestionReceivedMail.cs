using FollowUp.Domain.Projects.Events;
using FollowUp.Web.Mails.Content;

namespace FollowUp.Web.Mails.ProjectMails;

/// <summary>A provider asks; the coordinator in charge owes an answer within two working days.</summary>
static class QuestionReceivedMail
{
    public static MailContent Build(MailContext m)
    {
        var asked = m.Request.Cause?.Event as QuestionAsked;
        var who = asked is null ? m.Say("Un prestataire", "A provider") : m.Name(asked.Provider);
        var due = asked is null ? m.Request.Now : asked.DueAt;
        return m.Build(
            m.Say($"{m.Title} : {who} attend votre réponse", $"{m.Title}: {who} awaits your answer"),
            m.Say($"Réponse attendue avant le {m.FormatDateTime(due)}.", $"Answer due before {m.FormatDateTime(due)}."),
            new Paragraph(m.Say($"{who} vous interroge sur le projet {m.Title} :", $"{who} asks you about the project {m.Title}:")),
            new Quote(m.Request.FreeText ?? m.Say("(question effacée)", "(question erased)")),
            new ActionButton(m.Say("Répondre", "Answer"), m.ProjectPage),
            new Paragraph(m.Say(
                $"La réponse est attendue avant le {m.FormatDateTime(due)}. Elle partira par mail et sera gardée dans l’historique du projet.",
                $"The answer is due before {m.FormatDateTime(due)}. It leaves by mail and is kept in the project’s timeline.")));
    }
}
