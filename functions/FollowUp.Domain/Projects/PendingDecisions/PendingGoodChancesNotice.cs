using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Projects.Events;

namespace FollowUp.Domain.Projects.PendingDecisions;

/// <summary>May a provider have its good-chances notice?</summary>
/// <param name="Provider">The provider's id.</param>
public sealed record PendingGoodChancesNotice(string Provider) : PendingDecision
{
    /// <inheritdoc/>
    public override string Id => $"good-chances.{Provider}";

    /// <inheritdoc/>
    public override bool IsPending(Project project) =>
        project.IsOpen && project.GetProviderState(Provider) is { NoticeApproval: NoticeApproval.Waiting, Notified: false };

    /// <inheritdoc/>
    public override bool IsSettledBy(Event later) => later switch
    {
        GoodChancesSent e => e.Provider == Provider,
        GoodChancesDeclined e => e.Provider == Provider,
        _ => later is ProjectClosed,
    };

    /// <inheritdoc/>
    public override Command ToCommand(bool yes) => yes ? new SendGoodChances(Provider) : new DeclineGoodChances(Provider);
}
