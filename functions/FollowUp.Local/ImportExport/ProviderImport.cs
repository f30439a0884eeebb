using CsvHelper;
using FollowUp.Application.Ports;
using FollowUp.Application.Shared;
using FollowUp.Local.CommandLine;
using FollowUp.Web.Api.ProviderFeeds;
using NodaTime.Text;

namespace FollowUp.Local.ImportExport;

/// <summary>
/// Imports providers from a CSV file with the columns <c>id</c>, <c>name</c>, <c>email</c>, <c>language</c> and, optional, <c>privilegeUntil</c>.
/// Each line is checked as <c>PUT /api/providers/{id}</c> checks its body. A line adds a provider or replaces the one with its id.
/// </summary>
static class ProviderImport
{
    static readonly string[] RequiredColumns = ["id", "name", "email", "language"];
    const string PrivilegeUntil = "privilegeUntil";

    /// <returns>How many lines were taken and how many were refused.</returns>
    public static async Task<(int Taken, int Refused)> Run(
        CsvTable table, IDirectory directory, ProviderReader providers, Func<string, Task> report, CancellationToken cancellation)
    {
        var (taken, refused) = (0, 0);
        foreach (var line in table.Lines)
        {
            var cells = table.Names.Zip(line.Cells).Where(cell => cell.First.Length > 0)
                .ToDictionary(cell => cell.First, cell => CsvFormulaGuard.Unescape(cell.Second), StringComparer.Ordinal);
            var (request, dateFault) = ReadCells(cells);
            var (provider, errors) = await providers.Read(cells.GetValueOrDefault("id", ""), request, cancellation);
            string[] faults = [.. line.FindFaults(table.Names.Count, table.Separator), .. errors, .. dateFault is null ? (string[])[] : [dateFault]];
            if (faults.Length > 0 || provider is null)
            {
                refused++;
                await report($"line {line.Number}: {string.Join("; ", faults)}");
                continue;
            }

            await directory.PutProvider(provider, cancellation);
            taken++;
        }

        return (taken, refused);
    }

    static (ProviderRequest Request, string? DateFault) ReadCells(Dictionary<string, string> cells)
    {
        string? Cell(string name) => cells.GetValueOrDefault(name) is { Length: > 0 } text ? text : null;
        var until = Cell(PrivilegeUntil) is { } day ? LocalDatePattern.Iso.Parse(day) : null;
        return (
            new ProviderRequest
            {
                Name = Cell("name"), Email = Cell("email"), Language = Cell("language"), PrivilegeUntil = until is { Success: true } parsed ? parsed.Value : null,
            },
            until is { Success: false } ? $"{PrivilegeUntil} must be a date, as 2027-06-30" : null);
    }

    /// <exception cref="BadArgumentException">The file cannot be read, or a column is missing, unknown or there twice.</exception>
    public static CsvTable Read(string path)
    {
        try
        {
            var table = CsvTable.Read(FileText.Decode(NamedFile.ReadBytes("FILE", path), path).Text);
            var known = $"Known are: {string.Join(", ", [.. RequiredColumns, PrivilegeUntil])}.";
            return RequiredColumns.Except(table.Names).FirstOrDefault() is { } missing ? throw new BadArgumentException($"FILE: the column '{missing}' is missing. {known}")
                : table.Names.FirstOrDefault(name => name.Length > 0 && name != PrivilegeUntil && !RequiredColumns.Contains(name)) is { } unknown
                    ? throw new BadArgumentException($"FILE: the column '{unknown}' is not known. {known}")
                : table.Names.Where(name => name.Length > 0).GroupBy(name => name).FirstOrDefault(column => column.Count() > 1) is { } twice
                    ? throw new BadArgumentException($"FILE: the column '{twice.Key}' stands {twice.Count()} times.")
                : table;
        }
        catch (CsvFormatException)
        {
            throw new BadArgumentException($"FILE: '{path}' is not valid CSV.");
        }
    }
}
