using FollowUp.Application.Ports;
using FollowUp.Application.Projects;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Projects.Commands;

namespace FollowUp.Application.Delivery;

/// <summary>
/// A bounce or a complaint stops mails to that address, in every project of it, and its relaunches become phone tasks: whether the mail
/// service reports it afterwards or the courier hears it at once.
/// </summary>
public sealed class BounceHandler(ProjectCommands desk, IProjectIndex index, IProjectStore store)
{
    /// <returns>In how many projects.</returns>
    public async Task<int> Handle(string address, bool complaint, CancellationToken cancellation = default)
    {
        var told = 0;
        await foreach (var (project, _) in ProjectsByMailAddress.Find(index, store, address, cancellation))
        {
            await desk.Record(project.Id, new ReportMailRefused(complaint), Actor.Time, cancellation: cancellation);
            told++;
        }

        return told;
    }
}
