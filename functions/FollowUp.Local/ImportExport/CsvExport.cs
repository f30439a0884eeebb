using CsvHelper;
using FollowUp.Application.Ports;
using FollowUp.Application.Shared;
using FollowUp.Domain.Projects;

namespace FollowUp.Local.ImportExport;

/// <summary>Projects as CSV (RFC 4180, UTF-8), one a record, every field in quotes. For an erased person only the id and the state are written.</summary>
static class CsvExport
{
    public static async Task Write(IProjectStore store, Stream output, CancellationToken cancellation)
    {
        await using var csv = CsvWriter.Create(output, CsvWriterOptions.Default with { Quoting = CsvQuoting.Always }, leaveOpen: true);
        foreach (var name in SubmissionColumn.All.Select(c => c.Path).Concat(StateColumns.All.Select(c => c.Name)))
        {
            csv.WriteField(name);
        }

        await csv.EndRecordAsync(cancellation);
        await foreach (var id in store.ListProjectIds(cancellation))
        {
            if (await store.Load(id, cancellation) is { Project: var project })
            {
                Write(csv, project, await StoredSubmission.Load(store, project, await store.LoadDossier(id, cancellation), cancellation));
                await csv.EndRecordAsync(cancellation);
            }
        }

        await csv.FlushAsync(cancellation);
    }

    static void Write(CsvWriter csv, Project project, StoredSubmission? submission)
    {
        foreach (var column in SubmissionColumn.All)
        {
            csv.WriteField(submission is not null ? CsvFormulaGuard.Escape(column.GetValue(submission)) : column.Path == "id" ? project.Id : null);
        }

        foreach (var (_, getValue) in StateColumns.All)
        {
            csv.WriteField(CsvFormulaGuard.Escape(getValue(project)));
        }
    }
}
