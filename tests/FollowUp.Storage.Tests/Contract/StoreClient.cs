using FollowUp.Application.Ports;

namespace FollowUp.Storage.Tests.Contract;

/// <summary>One client of a store: every port that the contract is about.</summary>
public sealed record StoreClient(
    IProjectStore Projects,
    IProjectIndex Index,
    IDirectory Directory,
    ISettings Settings,
    ITokens Tokens,
    IKeyRing KeyRing,
    IAuditLog Audit,
    IComplaints Complaints,
    IMailbox Mailbox,
    Action Close) : IDisposable
{
    public void Dispose() => Close();
}
