using FollowUp.Domain.Permissions;
using FollowUp.Domain.Projects.Commands;

namespace FollowUp.Application;

/// <summary>
/// A bounce or a complaint stops mails to that address, in every project of it, and its relaunches become phone tasks: whether the mail
/// service reports it afterwards or the courier hears it at once.
/// </summary>
public sealed class MailRefusals(Desk desk, IIndex index, IProjectStore store)
{
    /// <returns>In how many projects.</returns>
    public async Task<int> Report(string address, bool complaint, CancellationToken cancellation = default)
    {
        var told = 0;
        await foreach (var (project, _) in ProjectsOfAddress.Find(index, store, address, cancellation))
        {
            await desk.Record(project.Id, new ReportMailRefused(complaint), Actor.Time, cancellation: cancellation);
            told++;
        }

        return told;
    }
}
