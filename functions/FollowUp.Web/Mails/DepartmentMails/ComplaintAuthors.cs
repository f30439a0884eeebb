using FollowUp.Application.Ports;

namespace FollowUp.Web.Mails.DepartmentMails;

/// <summary>Finds who wrote a complaint, with address and language.</summary>
sealed class ComplaintAuthors(IDirectory directory, IProjectIndex index, IProjectStore store)
{
    /// <returns>Null when the author is erased or has no mail address.</returns>
    public async Task<ComplaintAuthor?> Find(Complaint complaint, CancellationToken cancellation)
    {
        if (complaint.FromKind == "provider")
        {
            return await directory.FindProvider(complaint.FromId, cancellation) is { } provider
                ? new ComplaintAuthor(provider.Email, provider.Name, provider.Language, null)
                : null;
        }

        // The mail address is read from the project of the complaint, else from any other of the client.
        var projects = await index.GetProjectsOfClient(complaint.FromId, cancellation);
        foreach (var id in projects.OrderByDescending(id => id == complaint.ProjectId))
        {
            if (await store.LoadDossier(id, cancellation) is { Email: { Length: > 0 } address } dossier)
            {
                return new ComplaintAuthor(address, dossier.Name, (await store.Load(id, cancellation))!.Project.Language, id);
            }
        }

        return null;
    }
}
