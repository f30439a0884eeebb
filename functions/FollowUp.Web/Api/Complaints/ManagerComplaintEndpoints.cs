using FollowUp.Application.Complaints;
using FollowUp.Application.Ports;
using FollowUp.Application.Projects;
using FollowUp.Application.Serialization;
using FollowUp.Domain.Calendars;
using FollowUp.Domain.Projects.Events;
using FollowUp.Web.Api.Authentication;
using FollowUp.Web.Api.Responses;
using FollowUp.Web.Console.Complaints;
using FollowUp.Web.Mails.DepartmentMails;
using FollowUp.Web.Shared.Http;
using FollowUp.Web.Shared.People;
using Microsoft.AspNetCore.Http;
using NodaTime.Extensions;

namespace FollowUp.Web.Api.Complaints;

/// <summary><c>/api/complaints</c> for managers: list, file and answer.</summary>
static class ManagerComplaintEndpoints
{
    public static async Task<IResult> List(HttpContext http, StaffGate gate, IComplaints complaints, WorkingCalendar calendar) =>
        await gate.RequireManager(ApiCaller.Of(http).Actor, "list-complaints", http.RequestAborted) is { } refusal
            ? Problem.Of(refusal, http.GetLanguage())
            : TypedResults.Ok((await complaints.All(http.RequestAborted)).Select(complaint => Describe(complaint, calendar)).ToArray());

    public static async Task<IResult> File(string id, HttpContext http, StaffGate gate, ComplaintFileQuery files, WorkingCalendar calendar, TimeProvider time)
    {
        var (language, cancellation, actor) = (http.GetLanguage(), http.RequestAborted, ApiCaller.Of(http).Actor);
        if (await gate.RequireManager(actor, "read-complaint-file", cancellation) is { } refusal)
        {
            return Problem.Of(refusal, language);
        }

        if (await files.Load(id, language, cancellation) is not { } file)
        {
            return Problem.UnknownComplaint(language);
        }

        await gate.Record(actor, "read-complaint-file", cancellation);
        var now = time.GetCurrentInstant();
        return TypedResults.Ok(new ComplaintFileResponse(
            Describe(file.Complaint, calendar),
            file.Chain is { } chain ? new ComplaintChainResponse(chain.IsIntact, chain.Entries, chain.Head, chain.FirstBroken, chain.ChangedTexts, chain.MissingEntries)
            {
                HasSignature = chain.IsSigned,
                Faults = [.. chain.Faults.Select(fault => new ComplaintFaultResponse(fault.Code, fault.Entry, fault.Sentence.In(language)))],
            } : null,
            [.. file.Promises.Select(p => new ComplaintPromiseResponse(p.What.In(language), p.DueAt, p.KeptAt, p.IsKept(now)))],
            Describe(file.Calls),
            [
                .. from entry in file.Messages
                   let copy = file.MailCopies.GetValueOrDefault(entry.Message.Id)?.Mail
                   select new ComplaintMailResponse(entry.Message.Id, entry.DueAt, Kebab.Case(entry.Message.Kind), copy?.Subject, copy?.Text),
            ],
            Describe(file.Shared),
            [.. file.FeedReads.Select(read => new ComplaintReadResponse(read.At, read.By, read.Code))],
            Describe(file.ProviderActions),
            [.. ComplaintText.Charter.Select(rule => rule.In(language))],
            Describe(file.Timeline))
        {
            OutsideCalls = [.. file.OutsideCalls.Select(call => new ComplaintOutsideCallResponse(call.Seq, call.At, call.Rule.In(language), call.Article?.In(language)))],
        });
    }

    /// <summary>Records the answer, whose mail leaves at once. The same answer again is refused, as it would be a second one.</summary>
    public static async Task<IResult> Answer(
        string id, ComplaintAnswerRequest request, HttpContext http, StaffGate gate, IComplaints complaints, ComplaintAuthors authors, ComplaintAnswers answers,
        WorkingCalendar calendar)
    {
        var (language, cancellation, actor) = (http.GetLanguage(), http.RequestAborted, ApiCaller.Of(http).Actor);
        if (await gate.RequireManager(actor, "answer-complaint", cancellation) is { } refusal)
        {
            return Problem.Of(refusal, language);
        }

        if (await complaints.Find(id, cancellation) is not { } complaint)
        {
            return Problem.UnknownComplaint(language);
        }

        if (await authors.Find(complaint, cancellation) is null)
        {
            return Problem.Of(ComplaintRefusals.NoAddress, language);
        }

        if (await answers.FindStop(complaint, request, actor, cancellation) is { } stop)
        {
            return Problem.Of(stop.Refusal, language);
        }

        if (!await answers.Answer(complaint, request, actor.Id, cancellation))
        {
            return Problem.Of(ComplaintRefusals.AlreadyAnswered, language);
        }

        await gate.Record(actor, "answer-complaint", cancellation);
        return TypedResults.Ok(Describe((await complaints.Find(id, cancellation))!, calendar));
    }

    static ManagerComplaintResponse Describe(Complaint c, WorkingCalendar calendar) => new(
        c.Id, c.FromKind, c.FromId, c.ProjectId, c.Text, c.At, ComplaintTerms.GetAnswerDeadline(c.At, calendar),
        c.Handling is null ? "new" : c.IsAnswered ? "answered" : "taken", c.Handling?.Owner, c.Handling?.Cause, c.Handling?.Answer,
        c.IsAnswered ? c.Handling!.At : null);

    static ComplaintEntryResponse[] Describe(IEnumerable<TimelineLine> lines) =>
    [
        .. lines.Select(line => new ComplaintEntryResponse(
            line.Seq, line.At, line.Kind, line.By, line.Text, line.Hash, line.Event is CallMissed { OutsideRules: true } or ClientReached { OutsideRules: true })),
    ];
}
