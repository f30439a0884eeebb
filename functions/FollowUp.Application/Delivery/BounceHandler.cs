using FollowUp.Application.Ports;
using FollowUp.Application.Projects;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Projects.Commands;

namespace FollowUp.Application.Delivery;

/// <summary>
/// Handles a bounce or a complaint of an address: no project sends mails there any more, and its relaunches become calls. Both the sender's
/// answer and a later report of the mail service lead here.
/// </summary>
public sealed class BounceHandler(ProjectCommands commands, IProjectIndex index, IProjectStore store)
{
    /// <summary>Closes the mail channel of every project of an address. May be repeated.</summary>
    /// <param name="address">The address, whatever its case.</param>
    /// <param name="complaint">The recipient reported the mail as spam; otherwise it bounced.</param>
    /// <param name="cancellation">Cancels between two projects.</param>
    /// <returns>How many projects the address has.</returns>
    public async Task<int> Handle(string address, bool complaint, CancellationToken cancellation = default)
    {
        var count = 0;
        await foreach (var (project, _) in ProjectsByMailAddress.Find(index, store, address, cancellation))
        {
            await commands.Record(project.Id, new ReportMailRefused(complaint), Actor.Time, cancellation: cancellation);
            count++;
        }

        return count;
    }

    /// <summary>Opens the mail channel again in every project of an address that bounced: a mail came from it. May be repeated.</summary>
    /// <param name="address">The address, in any form.</param>
    /// <param name="cancellation">Cancels between two projects.</param>
    public async Task Reopen(string address, CancellationToken cancellation = default)
    {
        await foreach (var (project, _) in ProjectsByMailAddress.Find(index, store, address, cancellation))
        {
            if (project.Contact.MailFailed)
            {
                await commands.Record(project.Id, new ReportMailWorks(), Actor.Time, cancellation: cancellation);
            }
        }
    }
}
