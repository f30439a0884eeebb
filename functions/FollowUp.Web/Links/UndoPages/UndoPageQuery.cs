using FollowUp.Application.People;
using FollowUp.Application.Ports;
using FollowUp.Application.Projects;
using FollowUp.Domain.Calendars;
using FollowUp.Web.Mails;
using FollowUp.Web.Shared.Wording;
using Microsoft.Extensions.Options;
using NodaTime;
using NodaTime.Extensions;

namespace FollowUp.Web.Links.UndoPages;

/// <summary>Reads what the page of an undo link shows. Changes nothing.</summary>
sealed class UndoPageQuery(
    ProjectQueries projects, IDirectory directory, LinkTokens tokens, IOptionsMonitor<MailOptions> department, WorkingCalendar calendar, TimeProvider time)
{
    /// <summary>An undo link works for the closing that it names, for ten minutes.</summary>
    public LinkState GetState(OpenedLink opened) => GetState(opened, time.GetCurrentInstant());

    /// <returns>The staff member who holds the link; null when the client or a former staff member does.</returns>
    public async ValueTask<Staff?> FindStaff(OpenedLink opened, CancellationToken cancellation) =>
        opened.IsHeldByClient ? null : await directory.ReadStaff(opened.Link.Holder, cancellation);

    /// <param name="staff">From <see cref="FindStaff"/>.</param>
    /// <param name="isJustRecorded">Whether this browser used the link just now.</param>
    public async Task<UndoPageViewModel> Load(OpenedLink opened, Staff? staff, bool isJustRecorded, CancellationToken cancellation)
    {
        var language = opened.RequestedLanguage ?? staff?.Language ?? opened.Project.Language;
        var now = time.GetCurrentInstant();
        return new UndoPageViewModel
        {
            Opened = opened,
            State = GetState(opened, now),
            Staff = staff,
            View = await projects.Load(opened.Stored, language, cancellation: cancellation),
            PageToken = isJustRecorded ? CreatePageToken(opened) : null,
            Department = department.CurrentValue,
            Days = new DateTimeText(calendar, language, now),
        };
    }

    static LinkState GetState(OpenedLink opened, Instant now) => opened switch
    {
        { UseRecord: not null } => LinkState.Used,
        _ when opened.Project.Closing is { } closing && closing.Version == opened.Link.EventVersion && now < opened.Project.UndoPoint?.Until => LinkState.Live,
        _ => LinkState.Stale,
    };

    string? CreatePageToken(OpenedLink opened) =>
        opened is { UseRecord: { } use, IsHeldByClient: true, Project.IsOpen: true } && opened.Project.Generation == opened.Link.Generation
            ? tokens.CreateToken(opened.Link with
            {
                Purpose = LinkPurpose.ClientPage,
                EventVersion = use.Version,
                Expires = time.GetCurrentInstant() + LinkTokens.AnswerAgainLifetime,
            })
            : null;
}
