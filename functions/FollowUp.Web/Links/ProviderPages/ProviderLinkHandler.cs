using FollowUp.Application.People;
using FollowUp.Application.Ports;
using FollowUp.Application.Projects;
using FollowUp.Application.ProviderFeeds;
using FollowUp.Application.Serialization;
using FollowUp.Domain.Calendars;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Text;
using FollowUp.Web.Api.Projects;
using FollowUp.Web.Api.ProviderFeeds;
using FollowUp.Web.Mails;
using FollowUp.Web.Shared.FormInput;
using FollowUp.Web.Shared.Http;
using FollowUp.Web.Shared.Validation;
using FollowUp.Web.Shared.Wording;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using NodaTime.Extensions;

namespace FollowUp.Web.Links.ProviderPages;

/// <summary>
/// A provider's own page: its projects, what the client says while the subscription is live, what it did itself, a form for a question, and the switch of the
/// daily mail. The subscription is checked at each request.
/// </summary>
sealed class ProviderLinkHandler(
    IDirectory directory, ProviderProjectQuery projects, ProjectCommands commands, IProjectStore store, FormReader forms, IAuditLog audit, WorkingCalendar calendar,
    IOptionsMonitor<MailOptions> department, TimeProvider time)
{
    public const string QuestionForm = "ask";
    public const string MailsForm = "mails";

    public async Task<IResult> Show(Link link, string token, HttpContext context)
    {
        if (await directory.FindProvider(link.Holder, context.RequestAborted) is not { } provider)
        {
            return LinkEndpoints.Unknown();
        }

        var page = await Load(provider, token, context);
        if (page.IsLive && !HttpMethods.IsHead(context.Request.Method))
        {
            foreach (var project in page.Projects)
            {
                await audit.Write(
                    new AuditEntry(
                        time.GetCurrentInstant(), project.View.Project.Id, Kebab.Case(Role.Provider), provider.Id, FeedQuery.AuditAction, FeedQuery.ReadCode),
                    context.RequestAborted);
            }
        }

        return ShowPage(page);
    }

    public async Task<IResult> Act(Link link, string token, HttpContext context)
    {
        if (await directory.FindProvider(link.Holder, context.RequestAborted) is not { } provider)
        {
            return LinkEndpoints.Unknown();
        }

        var form = await context.ReadPostedForm();
        if (form.HasValidToken && form["do"] == MailsForm)
        {
            await SetMails(provider, form["mails"] == "true", context.RequestAborted);
            return Results.Extensions.SeeOther(GetAddress(token, context));
        }

        var page = await Load(provider, token, context);
        if (!form.HasValidToken)
        {
            return ShowPage(page with { Echo = FormEcho.Refused(FormMessages.PageExpired, formName: form["do"]) }, StatusCodes.Status400BadRequest);
        }

        return form["do"] == QuestionForm
            ? await Ask(provider, page, form, context.RequestAborted)
            : ShowPage(page with { Echo = FormEcho.Refused(FormMessages.ChooseOne) }, StatusCodes.Status400BadRequest);
    }

    /// <summary>A mail program stops the mails by one POST without a page (RFC 8058). Again changes nothing.</summary>
    public async Task<IResult> Unsubscribe(Link link, string token, HttpContext context)
    {
        var form = await context.ReadPostedForm();
        if (form["List-Unsubscribe"] != "One-Click")
        {
            return await Act(link, token, context);
        }

        if (await directory.FindProvider(link.Holder, context.RequestAborted) is { } provider)
        {
            await SetMails(provider, wanted: false, context.RequestAborted);
        }

        return Results.Text("OK");
    }

    async Task SetMails(ProviderProfile provider, bool wanted, CancellationToken cancellation) =>
        await directory.PutProvider(provider with { Mails = wanted }, cancellation);

    async Task<IResult> Ask(ProviderProfile provider, ProviderPageViewModel page, PostedForm form, CancellationToken cancellation)
    {
        var read = await forms.Read<ProviderQuestionRequest>(form.Values, cancellation);
        if (!read.IsValid)
        {
            return ShowPage(page with { Echo = FormEcho.WithErrors(form.Values, read.Errors, QuestionForm) }, StatusCodes.Status400BadRequest);
        }

        // Only a project of the page: a link opens no other one.
        if (page.Projects.All(project => project.View.Project.Id != read.Request.Project)
            || await store.Load(read.Request.Project!, cancellation) is not { } stored)
        {
            return ShowPage(page with { Echo = FormEcho.Refused(FormMessages.ChooseOne, form.Values, QuestionForm) }, StatusCodes.Status400BadRequest);
        }

        var text = NormalizedText.MultiLine(read.Request.Text!);
        var question = AskQuestionEndpoint.NextQuestionId(stored.Project, provider.Id, text);
        return await commands.Record(
            stored.Project.Id, new AskQuestion(question, provider.Id, new FreeText(text)), Actor.Website, loaded: stored, cancellation: cancellation) switch
        {
            CommandResult.Refused refused => ShowPage(
                page with { Echo = FormEcho.Refused(refused.Refusal.Sentence, form.Values, QuestionForm) }, refused.Refusal.GetStatus()),
            _ => Results.Extensions.SeeOther(page.Action),
        };
    }

    async Task<ProviderPageViewModel> Load(ProviderProfile provider, string token, HttpContext context)
    {
        var language = context.GetRequestedLanguage() ?? provider.Language;
        var now = time.GetCurrentInstant();
        var found = await projects.Load(provider, language, cancellation: context.RequestAborted);

        // The subscription may have ended while the projects were read.
        provider = await directory.FindProvider(provider.Id, context.RequestAborted) ?? provider with { PrivilegeUntil = null };
        var isLive = provider.HasPrivilege(calendar.DateOf(now));
        return new ProviderPageViewModel(
            GetAddress(token, context), provider, isLive, isLive ? found : [.. found.Select(project => project with { Feed = null })], department.CurrentValue,
            new DateTimeText(calendar, language, now));
    }

    static string GetAddress(string token, HttpContext context) => LinkPath.Format(token, language: context.GetRequestedLanguage());

    static IResult ShowPage(ProviderPageViewModel page, int status = StatusCodes.Status200OK) =>
        PageResult.Create<ProviderOwnPage>(page.Days.Language, page, status);
}
