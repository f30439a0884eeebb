using System.Collections.Immutable;
using FollowUp.Application.Ports;
using FollowUp.Application.Projects;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.NextActions;
using FollowUp.Domain.Text;
using FollowUp.Web.Mails;
using FollowUp.Web.Shared.FormInput;
using Microsoft.Extensions.Options;
using NodaTime;

namespace FollowUp.Web.Links.ClientPages;

/// <summary>Looks up what the page of a client's link shows. It reads and changes nothing.</summary>
sealed class ClientPageQuery(
    IProjectStore store, ProjectQueries reader, PolicyLoader policies, LinkTokens links, IOptions<MailOptions> department, TimeProvider time)
{
    /// <returns>Null when the project is gone or is another client's.</returns>
    public async Task<ClientPageViewModel?> Find(Link link, string token, Language? asked, CancellationToken cancellation)
    {
        if (await store.Load(link.ProjectId, cancellation) is not { } stored || stored.Project.ClientId != link.Person)
        {
            return null;
        }

        var view = await reader.Load(link.ProjectId, asked ?? stored.Project.Language, cancellation: cancellation);
        if (view is null)
        {
            return null;
        }

        var project = view.Project;
        var spent = await store.FindIdempotencyRecord(link.ProjectId, link.Key, cancellation);
        var state = spent is not null ? LinkState.Used
            : project.IsOpen && project.Generation == link.Generation ? LinkState.Live : LinkState.Stale;
        var now = time.GetCurrentInstant();
        var slots = state == LinkState.Live
            ? CallSlots.GetOffered(project, await policies.Load(project.InCharge, cancellation), now)
            : [];
        var undo = project.ClosedByClient && now < project.UndoUntil ? links.CreateUndoToken(project, link.Person) : null;
        return new ClientPageViewModel(
            link, token, view, state, spent, slots, PageToken(link, project, spent), undo, department.Value, now, policies.Calendar)
        {
            RequestedLanguage = asked,
        };
    }

    /// <summary>Whoever used a link up may still have more to say later: their own page is a step of its own, under the same term.</summary>
    string? PageToken(Link link, Project project, IdempotencyRecord? spent) => (link.Purpose, spent) switch
    {
        _ when !project.IsOpen || project.Generation != link.Generation => null,
        (_, { } receipt) => links.CreateToken(link with { Purpose = LinkPurpose.ClientPage, EventVersion = receipt.Version }),
        (LinkPurpose.RelaunchAnswer or LinkPurpose.ClientPage, null) => null,
        _ => links.CreateToken(link with { Purpose = LinkPurpose.ClientPage }),
    };
}
