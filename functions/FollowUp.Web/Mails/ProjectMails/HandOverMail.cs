using System.Collections.Immutable;
using FollowUp.Domain.Text;
using FollowUp.Web.Mails.Content;

namespace FollowUp.Web.Mails.ProjectMails;

/// <summary>A project passes to another coordinator.</summary>
static class HandOverMail
{
    public static MailContent Build(MailContext m)
    {
        return m.Build(
            m.Say($"{m.Title} vous est confié", $"{m.Title} is yours now"),
            m.Say("Ce qui vient, et où trouver le reste.", "What comes next, and where to find the rest."),
            new Paragraph(m.Say($"Le projet {m.Title} est désormais entre vos mains.", $"The project {m.Title} is in your hands from now on.")),
            new DefinitionList(Rows(m)),
            new ActionButton(m.Say("Ouvrir le projet", "Open the project"), m.ProjectPage));
    }

    static ImmutableArray<(string, string)> Rows(MailContext m)
    {
        var rows = ImmutableArray.CreateBuilder<(string, string)>();
        if (m.Request.Dossier is { } dossier)
        {
            rows.Add((m.Say("Client :", "Client:"), dossier.Company is { } company ? $"{dossier.Name}, {company}" : dossier.Name));
        }

        rows.Add((m.Say("Phase :", "Phase:"), m.Say(TimelineText.GetPhaseName(m.Project.Phase))));
        if (m.Project.Next is { } next)
        {
            rows.Add((m.Say("À venir :", "Next:"), next.Describe(m.Language, m.Calendar)));
        }

        return rows.ToImmutable();
    }
}
