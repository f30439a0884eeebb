using FollowUp.Application.Ports;
using FollowUp.Domain.Text;
using NodaTime.Text;

namespace FollowUp.Web.Console.Audit;

/// <summary>Entries of the audit log for a spreadsheet (<see cref="SpreadsheetCsv"/>).</summary>
static class AuditCsv
{
    public static byte[] Write(IEnumerable<AuditEntry> entries, ConsoleVisit visit)
    {
        var csv = new SpreadsheetCsv();
        csv.AddLine(visit.Language == Language.French
            ? ["quand", "qui", "nom", "rôle", "quoi", "résultat", "projet"]
            : ["at", "by", "name", "role", "what", "result", "project"]);
        foreach (var entry in entries)
        {
            csv.AddLine(InstantPattern.General.Format(entry.At), entry.By, AuditText.Actor(entry.By)?.In(visit.Language) ?? visit.Name(entry.By), entry.Role, entry.What, entry.Code, entry.ProjectId);
        }

        return csv.ToBytes();
    }
}
