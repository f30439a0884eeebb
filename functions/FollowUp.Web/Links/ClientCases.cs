using System.Collections.Immutable;
using FollowUp.Application.Ports;
using FollowUp.Application.Projects;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.NextActions;
using FollowUp.Domain.Text;
using Microsoft.Extensions.Options;
using NodaTime;

namespace FollowUp.Web;

/// <summary>Looks up what the page of a client's link shows. It reads and changes nothing.</summary>
sealed class ClientCases(
    IProjectStore store, ProjectQueries reader, PolicyLoader policies, LinkBuilder links, IOptions<MailOptions> department, TimeProvider time)
{
    /// <returns>Null when the project is gone or is another client's.</returns>
    public async Task<ClientCase?> Find(Link link, string token, Language? asked, CancellationToken cancellation)
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
        var state = spent is not null ? LinkState.Spent
            : project.IsOpen && project.Generation == link.Generation ? LinkState.Live : LinkState.Stale;
        var now = time.Now();
        var slots = state == LinkState.Live
            ? CallSlots.GetOffered(project, await policies.Load(project.InCharge, cancellation), now)
            : [];
        var undo = project.ClosedByClient && now < project.UndoUntil ? links.UndoToken(project, link.Person) : null;
        return new ClientCase(
            link, token, view, state, spent, slots, PageToken(link, project, spent), undo, department.Value, now, policies.Calendar)
        {
            Asked = asked,
        };
    }

    /// <summary>Whoever used a link up may still have more to say later: their own page is a step of its own, under the same term.</summary>
    string? PageToken(Link link, Project project, IdempotencyRecord? spent) => (link.Purpose, spent) switch
    {
        _ when !project.IsOpen || project.Generation != link.Generation => null,
        (_, { } receipt) => links.Token(link with { Purpose = LinkPurpose.ClientPage, Step = receipt.Version }),
        (LinkPurpose.RelaunchAnswer or LinkPurpose.ClientPage, null) => null,
        _ => links.Token(link with { Purpose = LinkPurpose.ClientPage }),
    };
}
