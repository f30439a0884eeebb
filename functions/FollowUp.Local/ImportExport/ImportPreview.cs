using FollowUp.Application.Serialization;
using FollowUp.Domain.Text;
using FollowUp.Web.Api.Projects;
using FollowUp.Web.Shared.Wording;
using NodaTime.Text;

namespace FollowUp.Local.ImportExport;

/// <summary>Shows the first projects of a file as an import reads them, field by field.</summary>
sealed class ImportPreview(SubmissionReader reader)
{
    /// <summary>The number of projects that are shown.</summary>
    public const int MaxItems = 10;

    /// <summary>One line for the place and one for each field. Of a project that cannot be read, the errors stand on standard error.</summary>
    public IEnumerable<string> Describe(ImportItem item)
    {
        if (item.Json is not { } json || !item.Errors.IsEmpty || reader.Read(json, Language.English).Submission is not { } submission)
        {
            return [$"{item.Place}: cannot be read"];
        }

        return [$"{item.Place}:", .. GetFields(submission).Where(field => field.Value is not null).Select(field => $"  {field.Name}: {ToOneLine(field.Value!)}")];
    }

    static IEnumerable<(string Name, string? Value)> GetFields(Submission submission)
    {
        var (command, dossier) = (submission.Command, submission.Dossier);
        yield return ("id", command.ProjectId);
        yield return ("title", dossier.Title);
        yield return ("description", dossier.Description);
        yield return ("category", dossier.Category);
        yield return ("language", LanguageText.Code(command.Language));
        yield return ("budget.min", SubmissionColumn.FormatAmount(dossier.Budget?.Min));
        yield return ("budget.max", SubmissionColumn.FormatAmount(dossier.Budget?.Max));
        yield return ("budget.currency", dossier.Budget?.Currency);
        yield return ("deadline", dossier.Deadline is { } day ? LocalDatePattern.Iso.Format(day) : null);
        yield return ("client.id", dossier.ClientId);
        yield return ("client.type", Kebab.Case(command.ClientType));
        yield return ("client.name", dossier.Name);
        yield return ("client.company", dossier.Company);
        yield return ("client.email", dossier.Email);
        yield return ("client.phone", dossier.Phone);
        yield return ("client.consentToCall.at", dossier.ConsentToCall is { } consent ? SubmissionColumn.FormatTime(consent.At) : null);
        yield return ("client.consentToCall.text", dossier.ConsentToCall?.Text);
        yield return ("submittedAt", SubmissionColumn.FormatTime(command.SubmittedAt));
    }

    static string ToOneLine(string value) => value.Replace("\n", "⏎", StringComparison.Ordinal);
}
