using FollowUp.Application.People;
using FollowUp.Application.Ports;

namespace FollowUp.Application.Privacy;

/// <summary>
/// Erases staff members who left, and providers: details, tokens, complaints and kept mails to them. Then it looks whether any are left. The
/// timelines keep the id under which they acted, as the proof of what was decided (GDPR, article 17, 3 e). May be repeated. Thread-safe.
/// </summary>
public sealed class DirectoryEraser(IDirectory directory, ITokens tokens, StaffSettings settings, IComplaints complaints, IEnumerable<IMailbox> mailboxes)
{
    const string ProviderKind = "provider";
    const int MaxMails = 10_000;

    /// <summary>Erases a person who left.</summary>
    /// <returns>Null when no person of this id has left.</returns>
    public async Task<DirectoryErasure?> EraseStaff(string id, CancellationToken cancellation = default)
    {
        if (!(await directory.FormerStaff(cancellation)).Any(s => s.Id == id))
        {
            return null;
        }

        await tokens.RemoveAll(id, cancellation);
        await settings.Remove(id, cancellation);
        var mails = await RemoveMails(id, cancellation);
        await directory.EraseStaff(id, cancellation);
        var left = (await directory.FormerStaff(cancellation)).FirstOrDefault(s => s.Id == id);
        return new DirectoryErasure(
            id, mails,
            left is { Name: "", Phone: null, Hours: null, SecondFactor: null } && !await HasMails(id, cancellation) && !await settings.Any(id, cancellation));
    }

    /// <summary>Erases a provider. What the website says of it later is held again.</summary>
    /// <returns>Null when nothing is held of the provider.</returns>
    public async Task<DirectoryErasure?> EraseProvider(string id, CancellationToken cancellation = default)
    {
        var provider = await directory.FindProvider(id, cancellation);
        if (provider is null && (await complaints.AllFrom(ProviderKind, id, cancellation)).IsEmpty)
        {
            return null;
        }

        // The profile last: it holds the address by which the mails are found.
        await complaints.Erase(ProviderKind, id, cancellation);
        var mails = provider is { Email.Length: > 0 } ? await RemoveMails(provider.Email, cancellation) : 0;
        await directory.EraseProvider(id, cancellation);
        return new DirectoryErasure(
            id, mails,
            await directory.FindProvider(id, cancellation) is null && (await complaints.AllFrom(ProviderKind, id, cancellation)).IsEmpty
            && !(provider is { Email.Length: > 0 } && await HasMails(provider.Email, cancellation)));
    }

    async Task<int> RemoveMails(string address, CancellationToken cancellation)
    {
        var removed = 0;
        foreach (var mailbox in mailboxes)
        {
            foreach (var entry in await mailbox.List(address, null, MaxMails, cancellation))
            {
                await mailbox.Remove(entry.Mail.MessageId, cancellation);
                removed++;
            }
        }

        return removed;
    }

    async Task<bool> HasMails(string address, CancellationToken cancellation)
    {
        foreach (var mailbox in mailboxes)
        {
            if (!(await mailbox.List(address, null, 1, cancellation)).IsEmpty)
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>The outcome of an erasure. It is part of the API.</summary>
/// <param name="Id">The mail address of the staff member, or the provider's id.</param>
/// <param name="Mails">How many kept mails were removed.</param>
/// <param name="Verified">A search after the erasure found nothing.</param>
public sealed record DirectoryErasure(string Id, int Mails, bool Verified);
