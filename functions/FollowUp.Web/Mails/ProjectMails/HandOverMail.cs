using System.Collections.Immutable;
using FollowUp.Domain.Text;
using FollowUp.Web.Mails.Content;

namespace FollowUp.Web.Mails.ProjectMails;

/// <summary>Tells a coordinator that a project is now theirs.</summary>
static class HandOverMail
{
    public static MailContent Build(MailContext mail)
    {
        return mail.Build(
            mail.Say($"{mail.Title} vous est confié", $"{mail.Title} is yours now"),
            mail.Say("Ce qui vient, et où trouver le reste.", "What comes next, and where to find the rest."),
            new Paragraph(mail.Say($"Le projet {mail.Title} est désormais entre vos mains.", $"The project {mail.Title} is in your hands from now on.")),
            new DefinitionList(Rows(mail)),
            new ActionButton(mail.Say("Ouvrir le projet", "Open the project"), mail.ProjectPage));
    }

    static ImmutableArray<(string, string)> Rows(MailContext mail)
    {
        var rows = ImmutableArray.CreateBuilder<(string, string)>();
        if (mail.Request.Dossier is { } dossier)
        {
            rows.Add((mail.Say("Client :", "Client:"), dossier.Company is { } company ? $"{dossier.Name}, {company}" : dossier.Name));
        }

        rows.Add((mail.Say("Phase :", "Phase:"), mail.Say(TimelineText.GetPhaseName(mail.Project.Phase))));
        if (mail.Project.Next is { } next)
        {
            rows.Add((mail.Say("À venir :", "Next:"), next.Describe(mail.Language, mail.Calendar)));
        }

        return rows.ToImmutable();
    }
}
