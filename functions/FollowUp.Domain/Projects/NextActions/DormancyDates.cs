using FollowUp.Domain.Persons;

namespace FollowUp.Domain.Projects.NextActions;

/// <summary>The dates of dormancy (product page, "Dormant"): a light mail a quarter, then the question whether to close.</summary>
static class DormancyDates
{
    public static DatedAction GetNextQuarter(PlanInputs inputs, WaitingFor.NextQuarter waiting, ContactDates dates)
    {
        var dormancy = dates.Table.Dormancy;
        var months = dormancy.EveryMonths * (waiting.Quarters + 1);
        var quarter = dates.Calendar.AddMonths(waiting.DormantSince, months);
        if (inputs.DormantSinceContact is { } contact)
        {
            // The last question comes three months before the erasure. After it the project waits for the client alone.
            var lastQuestion = RetentionTerm.GetLastQuestion(contact, dates.Calendar);
            var isAsked = inputs.Cycle.StartedAt >= lastQuestion;
            if (isAsked || quarter >= lastQuestion)
            {
                return DatedAction.WaitForClient(dates.Mail(isAsked ? quarter : lastQuestion), new Reason(ReasonCode.SilentQuarter, months));
            }
        }

        if (months >= dormancy.AskAfterMonths)
        {
            return DatedAction.WaitForClient(dates.Mail(quarter), new Reason(ReasonCode.SilentQuarter, months));
        }

        return inputs.Contact.MayMail && dates.MayRelaunch
            ? DatedAction.Mail(dates.JitteredMail(quarter, inputs.ProjectId), new Reason(ReasonCode.LightMail, waiting.Quarters + 1))
            : DatedAction.WaitForClient(dates.Mail(quarter), new Reason(dates.ReasonToWait, months));
    }

    public static DatedAction GetApprovalDeadline(PlanInputs inputs, WaitingFor.ClosingApproval waiting, ContactDates dates) => DatedAction.Approve(
        dates.EndOfTerm(inputs.Cycle.StartedAt, dates.Table.Dormancy.ApproveWithin),
        new Reason(ReasonCode.CloseForSilence, dates.Table.Dormancy.EveryMonths * waiting.Quarters));
}
