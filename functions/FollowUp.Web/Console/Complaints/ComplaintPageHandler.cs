using FollowUp.Application.Complaints;
using FollowUp.Domain.Text;
using FollowUp.Web.Mails.DepartmentMails;
using FollowUp.Web.Shared.FormInput;
using FollowUp.Web.Shared.Http;
using FollowUp.Web.Shared.People;
using FollowUp.Web.Shared.StandardPages;
using FollowUp.Web.Shared.Wording;
using Microsoft.AspNetCore.Http;

namespace FollowUp.Web.Console.Complaints;

/// <summary>The pages under <c>/desk/complaints</c>, for managers: the list, one complaint with the form of its answer, and its file.</summary>
sealed class ComplaintPageHandler(
    StaffGate gate, ComplaintRowsQuery complaints, ComplaintFileQuery files, ComplaintAuthors authors, ComplaintAnswers answers, FormReader forms)
{
    static readonly LocalizedText AlreadyAnswered = new(
        "Cette réclamation a déjà sa réponse : rien n’a été envoyé.", "This complaint has its answer already: nothing was sent.");

    static readonly LocalizedText NoAddress = new(
        "Aucune adresse mail n’est connue : répondez par courrier ou par téléphone.", "No email address is known: answer by letter or by phone.");

    static readonly LocalizedText StillTemplate = new(
        "Remplacez le passage entre crochets par votre réponse.", "Put your answer in place of the passage in brackets.");

    public async Task<IResult> List(ConsoleVisit visit, HttpContext context)
    {
        if (await gate.RequireManager(visit.Actor, "list-complaints", context.RequestAborted) is { } refusal)
        {
            return ConsoleResults.Refuse(visit, refusal);
        }

        return PageResult.Create<ComplaintListPage>(visit.Language, new ComplaintListViewModel(
            visit, await complaints.LoadOpen(visit, context.RequestAborted), await complaints.LoadAnswered(visit, context.RequestAborted)));
    }

    public async Task<IResult> Show(string id, ConsoleVisit visit, HttpContext context) =>
        await gate.RequireManager(visit.Actor, "read-complaint", context.RequestAborted) is { } refusal ? ConsoleResults.Refuse(visit, refusal)
        : await Load(id, visit, context) is { } page ? ShowPage(page)
        : NotFound(visit);

    /// <summary>The file. Its reading is audited, as it holds all that is known of the project.</summary>
    public async Task<IResult> ShowFile(string id, ConsoleVisit visit, HttpContext context)
    {
        if (await gate.RequireManager(visit.Actor, "read-complaint-file", context.RequestAborted) is { } refusal)
        {
            return ConsoleResults.Refuse(visit, refusal);
        }

        if (await Load(id, visit, context) is not { } page)
        {
            return NotFound(visit);
        }

        await gate.Record(visit.Actor, "read-complaint-file", context.RequestAborted);
        return PageResult.Create<ComplaintFilePage>(visit.Language, page);
    }

    public async Task<IResult> Act(string id, ConsoleVisit visit, HttpContext context)
    {
        var cancellation = context.RequestAborted;
        if (await gate.RequireManager(visit.Actor, "answer-complaint", cancellation) is { } refusal)
        {
            return ConsoleResults.Refuse(visit, refusal);
        }

        var form = await context.ReadPostedForm();
        if (await Load(id, visit, context) is not { } page)
        {
            return NotFound(visit);
        }

        if (!form.HasValidToken)
        {
            return ShowPage(page with { Echo = FormEcho.Refused(FormMessages.PageExpired, form.Values) }, StatusCodes.Status400BadRequest);
        }

        return form["do"] switch
        {
            "take" => await Take(page, cancellation),
            "answer" => await Answer(page, form, cancellation),
            _ => ShowPage(page with { Echo = FormEcho.Refused(FormMessages.ChooseOne, form.Values) }, StatusCodes.Status400BadRequest),
        };
    }

    async Task<IResult> Take(ComplaintViewModel page, CancellationToken cancellation)
    {
        if (!await answers.Take(page.Row.Complaint.Id, page.Visit.Staff.Id, cancellation))
        {
            return ShowPage(page with { Echo = FormEcho.Refused(AlreadyAnswered) }, StatusCodes.Status409Conflict);
        }

        await gate.Record(page.Visit.Actor, "take-complaint", cancellation);
        return Results.Extensions.SeeOther($"{ConsoleAddresses.Complaint(page.Row.Complaint.Id)}?done=taken");
    }

    async Task<IResult> Answer(ComplaintViewModel page, PostedForm form, CancellationToken cancellation)
    {
        var read = await forms.Read<ComplaintAnswerRequest>(form.Values, cancellation);
        if (read.Request.Text is { } text && (text.Contains("[Votre réponse", StringComparison.Ordinal) || text.Contains("[Your answer", StringComparison.Ordinal)))
        {
            read = read.WithError("text", StillTemplate);
        }

        if (!read.IsValid)
        {
            return ShowPage(page with { Echo = FormEcho.WithErrors(form.Values, read.Errors) }, StatusCodes.Status400BadRequest);
        }

        if (!page.HasAddress)
        {
            return ShowPage(page with { Echo = FormEcho.Refused(NoAddress, form.Values) }, StatusCodes.Status409Conflict);
        }

        if (await answers.FindStop(page.Row.Complaint, read.Request, page.Visit.Actor, cancellation) is { } stop)
        {
            return ShowPage(page with { Echo = FormEcho.Stopped(stop, form.Values, null) }, StatusCodes.Status409Conflict);
        }

        if (!await answers.Answer(page.Row.Complaint, read.Request, page.Visit.Staff.Id, cancellation))
        {
            return ShowPage(page with { Echo = FormEcho.Refused(AlreadyAnswered, form.Values) }, StatusCodes.Status409Conflict);
        }

        await gate.Record(page.Visit.Actor, "answer-complaint", cancellation);
        return Results.Extensions.SeeOther($"{ConsoleAddresses.Complaint(page.Row.Complaint.Id)}?done=answered");
    }

    async Task<ComplaintViewModel?> Load(string id, ConsoleVisit visit, HttpContext context)
    {
        if (await files.Load(id, visit.Language, context.RequestAborted) is not { } file)
        {
            return null;
        }

        var author = await authors.Find(file.Complaint, context.RequestAborted);
        return new ComplaintViewModel(
            visit, new ComplaintRow(file.Complaint, file.Deadline, author?.Name), file, author is not null,
            ComplaintDraft.Write(file, author?.Language ?? visit.Language, visit.Days.Calendar))
        {
            Done = context.Request.Query["done"].ToString() switch
            {
                "taken" => visit.Language.Pick("La réclamation est à vous.", "The complaint is yours."),
                "answered" => visit.Language.Pick("La réponse est enregistrée ; le mail part dans la minute.", "The answer is recorded; the email leaves within a minute."),
                _ => null,
            },
        };
    }

    static IResult ShowPage(ComplaintViewModel page, int status = StatusCodes.Status200OK) => PageResult.Create<ComplaintPage>(page.Visit.Language, page, status);

    static IResult NotFound(ConsoleVisit visit) => PageResult.Create<NotFoundPage>(visit.Language, status: StatusCodes.Status404NotFound);
}
