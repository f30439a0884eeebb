using FollowUp.Domain.Permissions;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Projects.Events;

namespace FollowUp.Domain.Projects.Deciders;

/// <summary>Decides what a client changed on the website, also on a closed project.</summary>
static class WebsiteChangeDecider
{
    public static Decision Decide(DecisionBuilder decision, ReportProjectChange c) => Decide(
        decision, c.Fields, new ProjectChanged(c.Fields, c.Category, c.Deadline, c.Facts));

    /// <summary>Another address opens the mail channel that a bounce of the old one had closed.</summary>
    public static Decision Decide(DecisionBuilder decision, ReportClientChange c)
    {
        if (c.Fields.HasFlag(ChangedFields.Email) && !decision.Project.Erased)
        {
            PersonRightsDecider.AppendReopenedMail(decision);
        }

        return Decide(decision, c.Fields, new ClientChanged(c.Fields, c.TimeZone));
    }

    static Decision Decide(DecisionBuilder decision, ChangedFields fields, Event changed) =>
        decision.Project.Erased ? Decision.Refuse(Refusals.PersonIsErased)
        : fields == ChangedFields.None ? decision.Build()
        : decision.Append(changed).Build();
}
