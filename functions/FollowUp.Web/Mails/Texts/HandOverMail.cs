using System.Collections.Immutable;
using FollowUp.Domain.Text;

namespace FollowUp.Web;

/// <summary>A project passes to another coordinator.</summary>
static class HandOverMail
{
    public static MailText Write(MailMatter m)
    {
        return m.Mail(
            m.Say($"{m.Title} vous est confié", $"{m.Title} is yours now"),
            m.Say("Ce qui vient, et où trouver le reste.", "What comes next, and where to find the rest."),
            new Says(m.Say($"Le projet {m.Title} est désormais entre vos mains.", $"The project {m.Title} is in your hands from now on.")),
            new Lists(Rows(m)),
            new Offers(m.Say("Ouvrir le projet", "Open the project"), m.StaffPage));
    }

    static ImmutableArray<(string, string)> Rows(MailMatter m)
    {
        var rows = ImmutableArray.CreateBuilder<(string, string)>();
        if (m.Letter.Dossier is { } dossier)
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
