using FollowUp.Web.Mails.Content;

namespace FollowUp.Web.Mails.ProjectMails;

/// <summary>Reminds the staff member in charge of a question that is due in one working day, and tells the manager of one that is overdue.</summary>
static class QuestionReminderMail
{
    public static MailContent Build(MailContext mail)
    {
        var asked = AskedQuestion.Of(mail.Request.Cause?.Event);
        var who = asked is null ? mail.Say("Un prestataire", "A provider") : mail.Name(asked.Provider);
        var due = mail.FormatDateTime(asked?.DueAt ?? mail.Request.Now);
        return mail.Build(
            mail.Say($"{mail.Title} : {who} attend toujours votre réponse", $"{mail.Title}: {who} still awaits your answer"),
            mail.Say($"Réponse attendue avant le {due}.", $"Answer due before {due}."),
            new Paragraph(mail.Say($"{who} vous a interrogé sur le projet {mail.Title}. Sa question attend une réponse, au plus tard le {due} :", $"{who} asked you about the project {mail.Title}. The question awaits an answer, by {due} at the latest:")),
            new Quote(mail.Request.FreeText ?? mail.Say("(question effacée)", "(question erased)")),
            new ActionButton(mail.Say("Répondre", "Answer"), mail.ProjectPage));
    }

    public static MailContent BuildOverdue(MailContext mail)
    {
        var asked = AskedQuestion.Of(mail.Request.Cause?.Event);
        var who = asked is null ? mail.Say("Un prestataire", "A provider") : mail.Name(asked.Provider);
        var due = mail.FormatDateTime(asked?.DueAt ?? mail.Request.Now);
        var inCharge = mail.Request.InCharge?.Name ?? mail.Say("personne", "nobody");
        return mail.Build(
            mail.Say($"{mail.Title} : réponse en retard pour {who}", $"{mail.Title}: the answer to {who} is overdue"),
            mail.Say($"Elle était attendue avant le {due}.", $"It was due before {due}."),
            new Paragraph(mail.Say(
                $"{who} attend depuis le {due} la réponse à sa question sur le projet {mail.Title}. En charge : {inCharge}.",
                $"{who} has awaited the answer to a question about the project {mail.Title} since {due}. In charge: {inCharge}.")),
            new Quote(mail.Request.FreeText ?? mail.Say("(question effacée)", "(question erased)")),
            new ActionButton(mail.Say("Voir le projet", "See the project"), mail.ProjectPage));
    }
}
