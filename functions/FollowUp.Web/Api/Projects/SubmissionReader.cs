using System.Text.Json;
using FluentValidation.Results;
using FollowUp.Domain.Calendars;
using FollowUp.Domain.Text;
using FollowUp.Web.Api.Requests;
using FollowUp.Web.Shared.Validation;

namespace FollowUp.Web.Api.Projects;

/// <summary>Reads submissions from JSON by the format and the rules of <c>POST /api/projects</c>; for imports. Thread-safe.</summary>
public sealed class SubmissionReader(TimeProvider time, WorkingCalendar calendar)
{
    readonly SubmitValidator validator = new(time, calendar);

    /// <summary>Reads a submission. Its deadline may be past: a file tells history too.</summary>
    /// <returns>The submission, or null and what is wrong with it, by JSON path.</returns>
    public (Submission? Submission, IReadOnlyDictionary<string, string[]> Errors) Read(JsonElement json, Language language)
    {
        var (request, failures) = Parse(json);
        failures = request is null ? failures : FieldErrors.WithJsonPaths([.. validator.Validate(request).Errors.Where(failure => !IsPastDeadline(failure))]);
        return (request is null || failures.Count > 0 ? null : Submission.Of(request), FieldErrors.Describe(failures, language));
    }

    static bool IsPastDeadline(ValidationFailure failure) =>
        failure.ErrorCode == TimeRules.ClockRule && failure.PropertyName == nameof(SubmitRequest.Deadline);

    static (SubmitRequest? Request, IReadOnlyList<ValidationFailure> Failures) Parse(JsonElement json)
    {
        try
        {
            return json.Deserialize<SubmitRequest>(ApiJsonOptions.Options) is { } request ? (request, []) : (null, [JsonFault.NoObject]);
        }
        catch (JsonException unreadable)
        {
            return (null, [JsonFault.Describe(unreadable, typeof(SubmitRequest))]);
        }
    }
}
