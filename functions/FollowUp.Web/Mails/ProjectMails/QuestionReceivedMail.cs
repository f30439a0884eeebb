using FollowUp.Web.Mails.Content;

namespace FollowUp.Web.Mails.ProjectMails;

/// <summary>Tells the coordinator in charge that a provider asks a question, which is to be answered within two working days.</summary>
static class QuestionReceivedMail
{
    public static MailContent Build(MailContext mail)
    {
        var asked = AskedQuestion.Of(mail.Request.Cause?.Event);
        var who = asked is null ? mail.Say("Un prestataire", "A provider") : mail.Name(asked.Provider);
        var due = asked is null ? mail.Request.Now : asked.DueAt;
        return mail.Build(
            mail.Say($"{mail.Title} : {who} attend votre réponse", $"{mail.Title}: {who} awaits your answer"),
            mail.Say($"Réponse attendue avant le {mail.FormatDateTime(due)}.", $"Answer due before {mail.FormatDateTime(due)}."),
            new Paragraph(mail.Say($"{who} vous interroge sur le projet {mail.Title} :", $"{who} asks you about the project {mail.Title}:")),
            new Quote(mail.Request.FreeText ?? mail.Say("(question effacée)", "(question erased)")),
            new ActionButton(mail.Say("Répondre", "Answer"), mail.ProjectPage),
            new Paragraph(mail.Say(
                $"La réponse est attendue avant le {mail.FormatDateTime(due)}. Elle partira par mail et sera gardée dans l’historique du projet.",
                $"The answer is due before {mail.FormatDateTime(due)}. It leaves by email and is kept in the project’s timeline.")));
    }
}
