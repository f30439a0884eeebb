using FollowUp.Application.Ports;

namespace FollowUp.Application.People;

/// <summary>Reads of the directory that combine others.</summary>
public static class DirectoryExtensions
{
    /// <summary>A staff member, also one who left; null for an unknown id.</summary>
    public static async ValueTask<Staff?> FindPresentOrFormerStaff(this IDirectory directory, string id, CancellationToken cancellation = default) =>
        await directory.FindStaff(id, cancellation) ?? (await directory.FormerStaff(cancellation)).FirstOrDefault(staff => staff.Id == id);
}
