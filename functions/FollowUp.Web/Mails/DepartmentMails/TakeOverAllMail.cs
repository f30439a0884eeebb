using System.Collections.Immutable;
using FollowUp.Application.People;
using FollowUp.Application.Ports;
using FollowUp.Domain.Text;
using FollowUp.Web.Console;
using FollowUp.Web.Mails.Content;
using FollowUp.Web.Shared.Setup;
using FollowUp.Web.Shared.Wording;

namespace FollowUp.Web.Mails.DepartmentMails;

/// <summary>Asks a colleague, in one mail, to take over the projects of an absent coordinator; or tells the manager that they have not answered.</summary>
sealed record TakeOverAllMail(
    Staff Recipient, Staff Absent, Absence Absence, ImmutableArray<ProjectListItem> Projects, DateTimeText Days, MailOptions Department, PagesOptions Pages)
{
    const int MaxItems = 30;

    /// <summary>0 for the first mail, 1 for the reminder, 2 for the mail to the manager.</summary>
    public required int Level { get; init; }

    /// <summary>The page on which to decide.</summary>
    public required Uri Decide { get; init; }

    /// <summary>The name of the colleague who was asked; in the mail to the manager.</summary>
    public required string Asked { get; init; }

    public MailContent Build() => new(
        Days.Language,
        Level switch
        {
            0 => Say($"Pouvez-vous reprendre {Count} de {Absent.Name} ?", $"Can you take over {Count} of {Absent.Name}?"),
            1 => Say($"Rappel : pouvez-vous reprendre {Count} de {Absent.Name} ?", $"Reminder: can you take over {Count} of {Absent.Name}?"),
            _ => Say($"Sans réponse : {Count} de {Absent.Name}, pendant son absence", $"Not answered: {Count} of {Absent.Name}, who is away"),
        },
        Say($"Absence du {Format(Absence.From)} au {Format(Absence.To)}.", $"Away from {Format(Absence.From)} to {Format(Absence.To)}."),
        Say($"Bonjour {TextShape.GetFirstName(Recipient.Name)},", $"Hello {TextShape.GetFirstName(Recipient.Name)},"),
        [
            new Paragraph(Level < 2
                ? Say(
                    $"{Absent.Name} s’absente du {Format(Absence.From)} au {Format(Absence.To)} inclus, sans remplaçant. Pouvez-vous suivre {Count} pendant ce temps ? Tout revient ensuite à {Absent.Name}.",
                    $"{Absent.Name} is away from {Format(Absence.From)} to {Format(Absence.To)} inclusive, with no stand-in. Can you look after {Count} meanwhile? Everything goes back to {Absent.Name} afterwards.")
                : Say(
                    $"{Absent.Name} s’absente du {Format(Absence.From)} au {Format(Absence.To)} inclus. {Asked} n’a pas répondu : {Count} {(Projects.Length == 1 ? "attend" : "attendent")} une décision de votre part.",
                    $"{Absent.Name} is away from {Format(Absence.From)} to {Format(Absence.To)} inclusive. {Asked} has not answered: {Count} {(Projects.Length == 1 ? "awaits" : "await")} your decision.")),
            new ActionButton(
                Level < 2 ? Say("Tout reprendre, ou choisir", "Take all, or choose") : Say("Décider dans la console", "Decide in the console"), Decide),
            new LinkList([.. Projects.Take(MaxItems).Select(Item)]),
            .. Projects.Length > MaxItems
                ? [new Paragraph(Say($"… et {Projects.Length - MaxItems} de plus.", $"… and {Projects.Length - MaxItems} more."))]
                : Array.Empty<MailBlock>(),
        ],
        [Department.DepartmentName],
        [new FooterLine(Say("Ce mail concerne tous ces projets à la fois.", "This email is about all these projects at once."))]);

    LinkListItem Item(ProjectListItem row) => new(
        row.Project.Next is { } next ? Days.FormatShort(next.DueAt) : "", row.Title ?? row.Project.Id, row.Company ?? row.ClientName ?? "",
        row.Project.Next?.Describe(Days.Language, Days.Calendar) ?? "", Pages.Address(ConsoleAddresses.Project(row.Project.Id)));

    string Count => Projects.Length == 1 ? Say("un projet", "one project") : Say($"{Projects.Length} projets", $"{Projects.Length} projects");

    string Format(NodaTime.LocalDate day) => day.FormatLongDay(Days.Language);

    string Say(string french, string english) => Days.Language.Pick(french, english);
}
