using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using FollowUp.Application.Ports;
using FollowUp.Application.Projects;
using FollowUp.Domain.Text;

namespace FollowUp.Local.ImportExport;

/// <summary>
/// Projects as a JSON array. Each has its <c>submission</c> in the form of the website API (null once the person is erased), its
/// <c>state</c> and its <c>timeline</c> as text.
/// </summary>
static class JsonExport
{
    // The output is a file and not part of a page, so markup characters are not escaped.
    static readonly JsonWriterOptions WriterOptions = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static async Task Write(IProjectStore store, ProjectQueries reader, Stream output, CancellationToken cancellation)
    {
        await using var json = new Utf8JsonWriter(output, WriterOptions);
        json.WriteStartArray();
        await foreach (var id in store.ListProjectIds(cancellation))
        {
            if (await reader.Load(id, Language.French, cancellation: cancellation) is { } view)
            {
                ToJson(view, await StoredSubmission.Load(store, view.Project, view.Dossier, cancellation)).WriteTo(json);
                await json.FlushAsync(cancellation);
            }
        }

        json.WriteEndArray();
    }

    static JsonObject ToJson(ProjectView view, StoredSubmission? submission)
    {
        var state = new JsonObject();
        foreach (var (name, getValue) in StateColumns.All)
        {
            state[name[StateColumns.Prefix.Length..]] = getValue(view.Project);
        }

        return new JsonObject
        {
            ["id"] = view.Project.Id,
            ["submission"] = submission is null ? null : SubmissionJson.Create(submission),
            ["state"] = state,
            ["timeline"] = new JsonArray([.. view.Timeline.Select(ToJson)]),
        };
    }

    static JsonObject ToJson(TimelineLine line) => new()
    {
        ["at"] = SubmissionColumn.FormatTime(line.At),
        ["event"] = line.Kind,
        ["by"] = line.By,
        ["text"] = line.Text,
        ["hash"] = line.Hash,
    };
}
