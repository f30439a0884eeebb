using FollowUp.Domain.Projects.Commands;
using FollowUp.Web.Mails.Content;

namespace FollowUp.Web.Mails.ProjectMails;

/// <summary>A mail that staff wrote to the client. Greeting and signature are added as to every mail.</summary>
static class WrittenToClientMail
{
    public static MailContent Build(MailContext mail)
    {
        var written = WrittenMail.Parse(mail.Request.FreeText ?? "");
        var paragraphs = written.Body.Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return mail.Build(
            written.Subject.Length > 0 ? mail.Say($"{mail.Title} : {written.Subject}", $"{mail.Title}: {written.Subject}") : mail.Say($"{mail.Title} : un message pour vous", $"{mail.Title}: a message for you"),
            mail.Say($"{mail.Signatory} vous écrit.", $"{mail.Signatory} writes to you."),
            [
                .. paragraphs.Select(text => new Paragraph(text)),
                new Paragraph(mail.Say("Pour répondre, répondez simplement à ce mail.", "To answer, simply reply to this email.")),
            ]);
    }
}
