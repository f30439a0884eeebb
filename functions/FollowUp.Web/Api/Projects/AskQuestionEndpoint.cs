using System.Globalization;
using FollowUp.Application.Ports;
using FollowUp.Application.Projects;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Projects.Events;
using FollowUp.Domain.Text;
using FollowUp.Web.Api.Authentication;
using FollowUp.Web.Api.Requests;
using FollowUp.Web.Api.Responses;
using Microsoft.AspNetCore.Http;

namespace FollowUp.Web.Api.Projects;

/// <summary><c>POST /api/projects/{id}/questions</c>: it goes to the coordinator in charge, who owes an answer.</summary>
static class AskQuestionEndpoint
{
    const int IdDigits = 16;

    public static async Task<IResult> Handle(
        string id, HttpContext http, JsonBody<QuestionRequest> body, ProjectCommandHandler door, ProjectQueries reader, IProjectStore store, IDirectory directory)
    {
        if (await body.Read() is { } unreadable)
        {
            return unreadable;
        }

        var (r, check) = (body.Request, body.Validator);
        await check.RequireKnownProvider(directory, "provider", r.Provider, body.Aborted);
        var text = check.MultiLine("text", r.Text);
        if (Problem.Of(check) is { } problem)
        {
            return problem;
        }

        if (await store.Load(id, body.Aborted) is not { Project: var project })
        {
            return Problem.UnknownProject(check.Language);
        }

        var once = body.ReadIdempotencyKey(ApiCaller.Website);
        var question = once is null ? NextQuestionId(project, r.Provider!, text) : IdOf(id, once.Key);
        return await door.Record(http, id, new AskQuestion(question, r.Provider!, new FreeText(text)), once) switch
        {
            CommandResult.Succeeded done => await Respond(id, question, done, reader, check.Language, body.Aborted),
            var refused => Problem.Of(refused, check.Language),
        };
    }

    /// <summary>The same words again are the same question until it is answered; from then on, whoever asks wants news.</summary>
    static string NextQuestionId(Project project, string provider, string text)
    {
        var question = IdOf(project.Id, provider, text);
        for (var asked = 1; project.AnsweredQuestions.Contains(question); asked++)
        {
            question = IdOf(project.Id, provider, text, asked.ToString(CultureInfo.InvariantCulture));
        }

        return question;
    }

    static string IdOf(params ReadOnlySpan<string> parts) => "Q-" + IdempotencyKeyHeader.Digest(parts)[..IdDigits];

    static async Task<IResult> Respond(
        string id, string question, CommandResult.Succeeded done, ProjectQueries reader, Language language, CancellationToken cancellation)
    {
        if (await reader.Load(id, language, done.AsOfVersion, cancellation) is not { } view)
        {
            return Problem.UnknownProject(language);
        }

        var asked = view.Timeline.Select(line => line.Event).OfType<QuestionAsked>().Last(q => q.Question == question);
        return TypedResults.Accepted((string?)null, new QuestionResponse(question, PersonResponse.Of(view.InCharge), asked.DueAt));
    }
}
