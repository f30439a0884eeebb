using FollowUp.Application;
using FollowUp.Domain;
using Microsoft.AspNetCore.Http;

namespace FollowUp.Web;

/// <summary><c>POST /api/projects/{id}/questions</c>: it goes to the coordinator in charge, who owes an answer.</summary>
static class QuestionDoor
{
    const int IdDigits = 16;

    public static async Task<IResult> Ask(
        string id, HttpContext http, Body<QuestionRequest> body, ProjectDoor door, Reader reader, IDirectory directory)
    {
        if (await body.Read() is { } unreadable)
        {
            return unreadable;
        }

        var (r, check) = (body.Request, body.Check);
        await check.KnownProvider(directory, "provider", r.Provider, body.Aborted);
        var text = check.Text("text", r.Text);
        if (Problem.Of(check) is { } problem)
        {
            return problem;
        }

        var once = body.Once(Caller.Website);
        var question = IdOf(id, once, r.Provider!, text);
        return await door.Record(http, id, new AskQuestion(question, r.Provider!, new Words(text)), once) switch
        {
            Answer.Done done => await Show(id, question, done, reader, check.Language, body.Aborted),
            var refused => Problem.Of(refused, check.Language),
        };
    }

    /// <summary>The same question asked again is one question, until it is answered.</summary>
    static string IdOf(string project, Once? once, string provider, string text) =>
        "Q-" + RepeatKey.Digest(once is null ? [project, provider, text] : [project, once.Key])[..IdDigits];

    static async Task<IResult> Show(
        string id, string question, Answer.Done done, Reader reader, Language language, CancellationToken cancellation) =>
        await reader.Project(id, language, done.AsOf, cancellation) is { } view
        && view.Project.Questions.FirstOrDefault(q => q.Id == question) is { } open
            ? TypedResults.Accepted((string?)null, new QuestionAnswer(question, PersonAnswer.Of(view.InCharge), open.DueAt))
            : Problem.UnknownProject(language);
}
