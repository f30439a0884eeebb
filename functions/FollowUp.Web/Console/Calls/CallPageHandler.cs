using System.Collections.Immutable;
using FollowUp.Application.People;
using FollowUp.Application.Persons;
using FollowUp.Application.Ports;
using FollowUp.Application.Projects;
using FollowUp.Domain.Persons;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Events;
using FollowUp.Web.Console.Projects;
using FollowUp.Web.Shared.Http;
using FollowUp.Web.Shared.StandardPages;
using Microsoft.AspNetCore.Http;

namespace FollowUp.Web.Console.Calls;

/// <summary>
/// The call screen. Its form is the one of the project's page; once a call is recorded, the next due one is shown with a button to take the
/// recorded one back.
/// </summary>
sealed class CallPageHandler(
    CallQueueQuery queues, ProjectPageQuery pages, ProjectPageHandler forms, IProjectStore store, PersonLoader persons)
{
    const int MaxOtherProjects = 5;

    /// <summary>The screen comes at once: a search that takes longer is left to the project's page.</summary>
    static readonly TimeSpan SearchTime = TimeSpan.FromMilliseconds(300);

    /// <summary>Shows the next due call, or that none is due.</summary>
    /// <param name="staffKey">Whose calls a manager makes.</param>
    /// <param name="recorded">The project whose call was recorded just before.</param>
    /// <param name="after">The project whose call is skipped.</param>
    /// <param name="call">The id of the conversation that was recorded.</param>
    public async Task<IResult> ShowNext(ConsoleVisit visit, HttpContext context, string? staffKey, string? recorded, string? after, string? call)
    {
        var owner = FindOwner(visit, staffKey);
        var queue = await queues.Load(visit, GetQueueOwner(visit, owner), context.RequestAborted);
        var next = queue.GetNext(after) is { } row ? await store.Load(row.Project.Id, context.RequestAborted) : null;
        return await Show(
            next is null ? null : await LoadPage(next, visit, owner, context), visit, owner, queue, recorded, StatusCodes.Status200OK, context, recordedCall: call);
    }

    /// <summary>Shows the call of one project, whether it is due or not.</summary>
    /// <param name="call">The id of a conversation that is recorded on another project of the client.</param>
    public async Task<IResult> Show(string id, ConsoleVisit visit, HttpContext context, string? staffKey, string? call)
    {
        if (await store.Load(id, context.RequestAborted) is not { } stored)
        {
            return PageResult.Create<NotFoundPage>(visit.Language, status: StatusCodes.Status404NotFound);
        }

        var owner = FindOwner(visit, staffKey);
        return stored.Project.IsOpen
            ? await Show(await LoadPage(stored, visit, owner, context), visit, owner, null, null, StatusCodes.Status200OK, context, call)
            : Results.Extensions.SeeOther(ConsoleAddresses.Project(id));
    }

    /// <summary>Records the form of the call screen. Sales are refused on the project's page, which shows them nothing of the client.</summary>
    public Task<IResult> Act(string id, ConsoleVisit visit, HttpContext context, string? staffKey) => forms.Act(
        id, visit, context, visit.IsSales ? new ProjectFormPage(pages, context.RequestAborted) : new FormPage(this, visit, FindOwner(visit, staffKey), context));

    static Staff? FindOwner(ConsoleVisit visit, string? key) => visit.IsManager ? visit.Coordinators.FindByKey(key) : null;

    /// <summary>A coordinator makes their own calls, a manager those of one coordinator or of everybody.</summary>
    static Staff? GetQueueOwner(ConsoleVisit visit, Staff? owner) => visit.IsManager ? owner : visit.Staff;

    async Task<ProjectPageViewModel> LoadPage(StoredProject stored, ConsoleVisit visit, Staff? owner, HttpContext context) =>
        await pages.Load(stored, visit, context.RequestAborted) with { FormAddress = CallAddresses.Of(stored.Project.Id, owner) };

    async Task<IResult> Show(
        ProjectPageViewModel? page, ConsoleVisit visit, Staff? owner, CallQueue? queue, string? recorded, int status, HttpContext context, string? call = null,
        string? recordedCall = null)
    {
        var cancellation = context.RequestAborted;
        var person = page is null ? null : await persons.Load(page.Project.ClientId, cancellation);
        var others = page is null ? [] : await LoadOtherProjects(person!, page.Project.Id, cancellation);
        page = page is null ? null : await pages.AddDuplicates(page, SearchTime, cancellation);
        var isSameCall = call is not null && person?.HasCall(call) == true;
        return PageResult.Create<CallPage>(
            visit.Language,
            new CallPageViewModel
            {
                Visit = page?.Visit ?? visit,
                Owner = owner,
                Queue = queue ?? await queues.Load(visit, GetQueueOwner(visit, owner), cancellation),
                Page = page,
                Recorded = string.IsNullOrEmpty(recorded) ? null : await LoadRecorded(recorded, recordedCall, visit, owner, context),
                OtherProjects = others,
                Conversation = isSameCall ? call : others.IsEmpty ? null : Guid.CreateVersion7().ToString("N"),
                IsSameCall = isSameCall,
            },
            status);
    }

    /// <summary>Null when the project is unknown or its newest entries are not a decision of this staff member.</summary>
    async Task<RecordedCall?> LoadRecorded(string id, string? call, ConsoleVisit visit, Staff? owner, HttpContext context)
    {
        if (await store.Load(id, context.RequestAborted) is not { } stored || stored.Project.UndoPoint is not { } point || !point.IsOpenTo(visit.Actor))
        {
            return null;
        }

        var page = await LoadPage(stored, visit, owner, context);
        var lines = page.View.Timeline.Where(l => l.Seq >= point.First && l.Seq <= point.Last).ToList();
        var line = lines.Find(l => l.Event is CallMissed or ClientReached) ?? lines.FirstOrDefault();
        var closing = lines.Find(l => l.Event is ProjectClosed);
        return line is null ? null : new RecordedCall(page, line.Text, closing == line ? null : closing?.Text)
        {
            Conversation = call,
            Others = call is null ? [] : await LoadUnrecorded(stored.Project, call, context.RequestAborted),
        };
    }

    async Task<ImmutableArray<ProjectListItem>> LoadUnrecorded(Project project, string call, CancellationToken cancellation)
    {
        var person = await persons.Load(project.ClientId, cancellation);
        var recorded = person.Calls.Where(c => c.Call == call).Select(c => c.Project).ToHashSet(StringComparer.Ordinal);
        return recorded.Count == 0 ? [] : [.. (await LoadOtherProjects(person, project.Id, cancellation)).Where(row => !recorded.Contains(row.Project.Id))];
    }

    /// <summary>The person's other open projects, also those under another id of the website.</summary>
    async Task<ImmutableArray<ProjectListItem>> LoadOtherProjects(Person person, string projectId, CancellationToken cancellation)
    {
        var ids = person.OpenProjectsExcept(projectId).Select(p => p.Id).TakeLast(MaxOtherProjects);
        var rows = await Task.WhenAll(ids.Select(async id => (await store.Load(id, cancellation), await store.LoadDossier(id, cancellation))));
        return
        [
            .. rows.Where(r => r.Item1 is { Project.IsOpen: true })
                .Select(r => new ProjectListItem(r.Item1!.Project, r.Item2?.Title, r.Item2?.Name, r.Item2?.Company, r.Item2?.Phone)),
        ];
    }

    sealed class FormPage(CallPageHandler handler, ConsoleVisit visit, Staff? owner, HttpContext context) : IProjectFormPage
    {
        public Task<IResult> Show(ProjectPageViewModel page, int status) => handler.Show(
            page with { FormAddress = CallAddresses.Of(page.Project.Id, owner) }, visit, owner, null, null, status, context);

        public string GetAddressAfter(string projectId, string form) =>
            form == "undo"
            ? CallAddresses.Of(projectId, owner)
            : CallAddresses.NextOf(owner, recorded: projectId, call: context.Request.HasFormContentType && context.Request.Form["call"] is [{ Length: > 0 } call] ? call : null);
    }
}
