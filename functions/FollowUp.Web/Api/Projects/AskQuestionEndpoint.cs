using System.Globalization;
using FollowUp.Application.Ports;
using FollowUp.Application.Projects;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Projects.Events;
using FollowUp.Domain.Text;
using FollowUp.Web.Api.Requests;
using FollowUp.Web.Api.Responses;
using FollowUp.Web.Shared.Http;
using FollowUp.Web.Shared.Limits;
using FollowUp.Web.Shared.Validation;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FollowUp.Web.Api.Projects;

/// <summary><c>POST /api/projects/{id}/questions</c>: it goes to the coordinator in charge, who is to answer.</summary>
static class AskQuestionEndpoint
{
    const int IdDigits = 16;

    static readonly LocalizedText TooManyTitle = new("Trop de demandes", "Too many requests");
    static readonly LocalizedText TooMany = new(
        $"Ce projet a reçu {RateLimit.Questions.Permits} questions en une heure : réessayez plus tard.",
        $"This project got {RateLimit.Questions.Permits} questions within an hour: try again later.");

    public static async Task<IResult> Handle(
        string id, HttpContext http, QuestionRequest request, ProjectCommandHandler handler, ProjectQueries queries, IProjectStore store, RequestLimiter limiter)
    {
        var (language, text) = (http.GetLanguage(), NormalizedText.MultiLine(request.Text!));
        if (await store.Load(id, http.RequestAborted) is not { } stored)
        {
            return Problem.UnknownProject(language);
        }

        // A repeat gets the first answer whatever the limit, so the record of its key is looked for first.
        var key = IdempotencyKeyHeader.Read(http, request);
        var first = key is null ? null : await store.FindIdempotencyRecord(id, key.Key, http.RequestAborted);
        if (first is null && !await limiter.HasRoom(RateLimit.Questions, id, http.RequestAborted))
        {
            return Problem.Of(StatusCodes.Status429TooManyRequests, "too-many-requests", TooManyTitle, TooMany, language);
        }

        stored = stored with { IdempotencyRecord = first };
        var question = key is null ? NextQuestionId(stored.Project, request.Provider!, text) : IdOf(id, key.Key);
        var result = await handler.Record(http, id, new AskQuestion(question, request.Provider!, new FreeText(text)), key, stored);
        if (result is not CommandResult.Succeeded done)
        {
            return Problem.Of(result, language);
        }

        // A question counts for the project once it is on its timeline: what a provider's own limit refused must not use up what the others have.
        if (first is null && done.Entries.Any(entry => entry.Recorded.Event is QuestionAsked))
        {
            await limiter.TryAcquire(RateLimit.Questions, id, CancellationToken.None);
        }

        return Respond(question, await queries.CreateView(done, language, http.RequestAborted));
    }

    /// <summary>The same words are the same question until it is answered; after that they are a new question.</summary>
    internal static string NextQuestionId(Project project, string provider, string text)
    {
        var question = IdOf(project.Id, provider, text);
        for (var asked = 1; project.AnsweredQuestions.Contains(question); asked++)
        {
            question = IdOf(project.Id, provider, text, asked.ToString(CultureInfo.InvariantCulture));
        }

        return question;
    }

    static string IdOf(params ReadOnlySpan<string> parts) => "Q-" + IdempotencyKeyHeader.Digest(parts)[..IdDigits];

    static Accepted<QuestionResponse> Respond(string question, ProjectView view)
    {
        // A repeat without a key adds no entry: the question is still open then, as its id is that of an open question.
        var dueAt = view.Timeline.Select(line => line.Event).OfType<QuestionAsked>().LastOrDefault(asked => asked.Question == question)?.DueAt
            ?? view.Project.OpenQuestions.First(open => open.Id == question).DueAt;
        return TypedResults.Accepted((string?)null, new QuestionResponse(question, PersonResponse.Of(view.InCharge), dueAt));
    }
}
