using FollowUp.Application.Ports;
using FollowUp.Domain.Calendars;
using FollowUp.Domain.Text;
using FollowUp.Web.Shared.FormInput;
using FollowUp.Web.Shared.Wording;
using NodaTime;

namespace FollowUp.Web.Console.Search;

/// <summary>
/// A list of projects as a French spreadsheet opens it (<see cref="SpreadsheetCsv"/>), with decimal commas. Sales get no column of the client.
/// </summary>
sealed class ProjectCsv(ConsoleVisit visit)
{
    readonly Language language = visit.Language;
    readonly WorkingCalendar calendar = visit.Days.Calendar;

    public byte[] Write(IEnumerable<ProjectListItem> rows)
    {
        var columns = Columns().Where(c => !visit.IsSales || !c.OfClient).ToArray();
        var csv = new SpreadsheetCsv();
        csv.AddLine(columns.Select(c => c.Name.In(language)));
        foreach (var row in rows)
        {
            csv.AddLine(columns.Select(c => c.GetValue(row)));
        }

        return csv.ToBytes();
    }

    Column[] Columns() =>
    [
        new(new("Numéro", "Number"), r => r.Project.Id),
        new(new("Titre", "Title"), r => r.Title),
        new(new("Client", "Client"), r => r.ClientName, OfClient: true),
        new(new("Société", "Company"), r => r.Company, OfClient: true),
        new(new("Téléphone", "Phone"), r => r.Phone is { } phone ? PhoneFormatter.Format(phone, language) : null, OfClient: true),
        new(new("Phase", "Phase"), r => TimelineText.GetPhaseName(r.Project.Phase).In(language)),
        new(new("En charge", "In charge"), r => r.Project.InCharge is { } id ? visit.Name(id) : null),
        new(new("Déposé le", "Submitted"), r => Day(r.Project.SubmittedAt)),
        new(new("Dernier signe de vie", "Last in touch"), r => Day(r.Project.LastSignOfLife)),
        new(new("Prochaine action", "Next action"), r => r.Project.Next is { } next ? ActionText.Name(next.Kind).In(language) : null),
        new(new("Échéance", "Due"), r => r.Project.Next is { } next ? Minute(next.DueAt) : null),
        new(new("Motif", "Reason"), r => r.Project.Outcome?.Reason is { } reason ? TimelineText.GetDeathReasonName(reason).In(language) : null),
        new(new("Prestataire choisi", "Chosen provider"), r => r.Project.Outcome?.Provider is { } provider ? visit.Name(provider) : null),
        new(new("Montant", "Amount"), r => r.Project.Outcome?.Amount is { } amount ? FormatAmount(amount) : null),
    ];

    string Day(Instant at) => FormMessages.DayPattern.Format(calendar.DateOf(at));

    string Minute(Instant at) => FormMessages.LocalMinutePattern.Format(calendar.ToLocal(at)).Replace('T', ' ');

    static string FormatAmount(decimal amount) =>
        amount.ToString("0.00", System.Globalization.CultureInfo.InvariantCulture).Replace('.', ',');

    sealed record Column(LocalizedText Name, Func<ProjectListItem, string?> GetValue, bool OfClient = false);
}
