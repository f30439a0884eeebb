using FollowUp.Application.Appointments;
using FollowUp.Application.Projects;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.NextActions;
using FollowUp.Web.Mails;
using FollowUp.Web.Shared.Wording;
using Microsoft.Extensions.Options;
using NodaTime;
using NodaTime.Extensions;

namespace FollowUp.Web.Links.ClientPages;

/// <summary>Reads what the page of a client link shows. Changes nothing.</summary>
sealed class ClientPageQuery(ProjectQueries projects, PolicyLoader policies, LinkTokens tokens, IOptionsMonitor<MailOptions> department, AppointmentBook appointments,
    TimeProvider time)
{
    /// <summary>
    /// A link works for the generation that it was made for, while the project is open. A closing that can still be taken back is not shown, and an
    /// answer takes it back.
    /// </summary>
    public LinkState GetState(OpenedLink opened) => GetState(opened, opened.Project.GetVisible(time.GetCurrentInstant()));

    /// <param name="isJustRecorded">Whether this browser used the link just now (<see cref="JustAnsweredCookie"/>).</param>
    public async Task<ClientPageViewModel> Load(OpenedLink opened, bool isJustRecorded, CancellationToken cancellation)
    {
        var now = time.GetCurrentInstant();
        opened = opened with { Stored = opened.Stored with { Project = opened.Project.GetVisible(now) } };
        var project = opened.Project;
        var language = opened.RequestedLanguage ?? project.Language;
        var state = GetState(opened, project);
        return new ClientPageViewModel
        {
            Opened = opened,
            State = state,
            View = await projects.Load(opened.Stored, language, cancellation: cancellation),
            CallSlots = state == LinkState.Live && OffersCalls(opened.Link.Purpose) ? CallSlots.GetOffered(
                project, await policies.Load(project.InCharge, cancellation), now, await appointments.GetTaken(project, cancellation)) : [],
            IsJustRecorded = isJustRecorded,
            PageToken = CreatePageToken(opened, isJustRecorded),
            UndoToken = project.Closing is { ByClient: true } && now < project.UndoPoint?.Until ? tokens.CreateUndoToken(project, opened.Link.Holder) : null,
            Department = department.CurrentValue,
            Days = new DateTimeText(policies.Calendar, language, now),
        };
    }

    /// <summary>Whether the page has a form with times for a call. They are not read for the others: that takes the queue of the staff member in charge.</summary>
    static bool OffersCalls(LinkPurpose purpose) => purpose is LinkPurpose.CallBackSlot or LinkPurpose.RelaunchAnswer or LinkPurpose.ClientPage;

    static LinkState GetState(OpenedLink opened, Project visible) => opened switch
    {
        { UseRecord: not null } => LinkState.Used,
        _ when visible.IsOpen && visible.Generation == opened.Link.Generation => LinkState.Live,
        _ => LinkState.Stale,
    };

    /// <summary>
    /// A link to the client's own page, from a live link that asks the client for something. A used link and an unsubscribe link grant nothing new: they lie in
    /// mailboxes for a year. Only the browser that used a link just now gets one for an hour, so that the client can answer again; it names the version that the use
    /// reached, which makes it a link of its own.
    /// </summary>
    string? CreatePageToken(OpenedLink opened, bool isJustRecorded) => (opened.Link.Purpose, opened.UseRecord) switch
    {
        _ when !opened.Project.IsOpen || opened.Project.Generation != opened.Link.Generation => null,
        (_, { } use) when isJustRecorded => tokens.CreateToken(opened.Link with
        {
            Purpose = LinkPurpose.ClientPage,
            EventVersion = use.Version,
            Expires = Instant.Min(opened.Link.Expires, time.GetCurrentInstant() + LinkTokens.AnswerAgainLifetime),
        }),
        (_, not null) or (LinkPurpose.Unsubscribe or LinkPurpose.RelaunchAnswer or LinkPurpose.ClientPage, null) => null,
        _ => tokens.CreateToken(opened.Link with { Purpose = LinkPurpose.ClientPage }),
    };
}
