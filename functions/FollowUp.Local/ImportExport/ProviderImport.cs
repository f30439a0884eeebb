using CsvHelper;
using FollowUp.Application.Ports;
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
    /// <exception cref="BadArgumentException">The file cannot be read, or a column is missing or unknown. Nothing was imported.</exception>
    public static async Task<(int Taken, int Refused)> Run(
        string path, IDirectory directory, ProviderReader providers, Func<string, Task> report, CancellationToken cancellation)
    {
        var (taken, refused) = (0, 0);
        foreach (var (line, cells) in ReadLines(path))
        {
            var (request, dateFault) = Read(cells);
            var (provider, errors) = await providers.Read(cells["id"], request, cancellation);
            if (dateFault is not null || provider is null)
            {
                refused++;
                await report($"line {line}: {string.Join("; ", dateFault is null ? errors : [.. errors, dateFault])}");
                continue;
            }

            await directory.PutProvider(provider, cancellation);
            taken++;
        }

        return (taken, refused);
    }

    static (ProviderRequest Request, string? DateFault) Read(Dictionary<string, string> cells)
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

    static List<(long Line, Dictionary<string, string> Cells)> ReadLines(string path)
    {
        try
        {
            var text = FileText.Decode(File.ReadAllBytes(path), path).Text;
            using var csv = CsvReader.FromText(
                text, CsvReaderOptions.Default with { Separator = CsvFile.FindSeparator(text), TrimWhitespace = true, TrackLineNumbers = true });
            csv.ReadHeader();
            var columns = csv.Headers.ToArray();
            if (RequiredColumns.Except(columns).FirstOrDefault() is { } missing)
            {
                throw new BadArgumentException($"FILE: the column '{missing}' is missing. Known are: {string.Join(", ", [.. RequiredColumns, PrivilegeUntil])}.");
            }

            if (columns.Except([.. RequiredColumns, PrivilegeUntil]).FirstOrDefault() is { } unknown)
            {
                throw new BadArgumentException($"FILE: the column '{unknown}' is not known. Known are: {string.Join(", ", [.. RequiredColumns, PrivilegeUntil])}.");
            }

            var lines = new List<(long, Dictionary<string, string>)>();
            while (csv.Read())
            {
                var cells = csv.Current.ToArray();
                if (cells.All(string.IsNullOrWhiteSpace))
                {
                    continue;
                }

                lines.Add((csv.LineNumber, columns.Select((column, i) => (column, i)).ToDictionary(
                    c => c.column, c => c.i < cells.Length ? CsvInjection.Unescape(cells[c.i]) : "")));
            }

            return lines;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new BadArgumentException($"FILE: '{path}' cannot be read: {e.Message}");
        }
        catch (CsvFormatException)
        {
            throw new BadArgumentException($"FILE: '{path}' is not valid CSV.");
        }
    }
}
