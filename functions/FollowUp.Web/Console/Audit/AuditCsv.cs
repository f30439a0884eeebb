using System.Text;
using FollowUp.Application.Ports;
using FollowUp.Domain.Text;
using NodaTime.Text;

namespace FollowUp.Web.Console.Audit;

/// <summary>
/// Entries of the audit log as CSV for a spreadsheet: semicolons, every cell quoted, a byte order mark. A cell that begins like a formula gets an apostrophe in
/// front (OWASP, "CSV injection").
/// </summary>
static class AuditCsv
{
    public static byte[] Write(IEnumerable<AuditEntry> entries, ConsoleVisit visit)
    {
        var csv = new StringBuilder("\ufeff");
        Append(csv, visit.Language == Language.French
            ? ["quand", "qui", "nom", "rôle", "quoi", "résultat", "projet"]
            : ["at", "by", "name", "role", "what", "result", "project"]);
        foreach (var entry in entries)
        {
            Append(csv, [InstantPattern.General.Format(entry.At), entry.By, visit.Name(entry.By), entry.Role, entry.What, entry.Code, entry.ProjectId ?? ""]);
        }

        return Encoding.UTF8.GetBytes(csv.ToString());
    }

    static void Append(StringBuilder csv, string[] cells) =>
        csv.AppendJoin(';', cells.Select(cell => $"\"{Guard(cell).Replace("\"", "\"\"", StringComparison.Ordinal)}\"")).Append("\r\n");

    static string Guard(string cell) => cell is ['=' or '+' or '-' or '@' or '\t' or '\r', ..] ? "'" + cell : cell;
}
