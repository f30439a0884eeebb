using FollowUp.Application.Ports;
using FollowUp.Web.Shared.Http;
using NodaTime.Extensions;

namespace FollowUp.Web.Api.Staffing;

/// <summary>Collects everything held on a staff member or on a provider.</summary>
public sealed class DirectoryExportQuery(
    IDirectory directory, IProjectIndex index, IComplaints complaints, IAuditLog audit, TimeProvider time, IEnumerable<IMailbox> mailboxes)
{
    const int MaxRows = 10_000;

    /// <returns>Null when nobody of this id is or was a staff member.</returns>
    public async Task<StaffExport?> ExportStaff(string id, CancellationToken cancellation = default)
    {
        if ((await directory.AllStaff(cancellation)).Concat(await directory.FormerStaff(cancellation)).FirstOrDefault(s => s.Id == id) is not { } staff)
        {
            return null;
        }

        var queue = await index.GetQueue(id, MaxRows, cancellation);
        return new StaffExport(
            time.GetCurrentInstant(), StaffResponse.Of(staff, queue.Length), [.. queue.Select(row => row.Project.Id)], await ListMails(id, cancellation),
            [
                .. (await audit.Read(null, MaxRows, cancellation)).Where(entry => entry.By == id)
                    .Select(entry => new ExportedAudit(entry.At, entry.ProjectId, entry.What, entry.Code)),
            ],
            [.. (staff.SecondFactor?.Passkeys ?? []).Select(p => new ExportedPasskey(p.Name, p.CreatedAt, p.LastUsedAt))],
            staff.SecondFactor?.RecoveryCodes.Length ?? 0);
    }

    /// <returns>Null when nothing is held on the provider.</returns>
    public async Task<ProviderExport?> ExportProvider(string id, CancellationToken cancellation = default)
    {
        var provider = await directory.FindProvider(id, cancellation);
        var own = await complaints.AllFrom("provider", id, cancellation);
        var projects = await index.GetProjectsOfProvider(id, cancellation);
        return provider is null && own.IsEmpty && projects.IsEmpty
            ? null
            : new ProviderExport(
                time.GetCurrentInstant(), id, provider?.Name, provider?.Email, provider?.Language.ToLanguageCode(), provider?.PrivilegeUntil, projects,
                [.. own.Select(c => new ExportedProviderComplaint(c.Id, c.ProjectId, c.Text, c.At))],
                provider is { Email.Length: > 0 } ? await ListMails(provider.Email, cancellation) : []);
    }

    async Task<ExportedMail[]> ListMails(string address, CancellationToken cancellation)
    {
        var mails = new List<ExportedMail>();
        foreach (var mailbox in mailboxes)
        {
            mails.AddRange((await mailbox.List(address, null, MaxRows, cancellation)).Select(entry => new ExportedMail(entry.At, entry.Mail.Subject, entry.Mail.Text)));
        }

        return [.. mails];
    }
}
