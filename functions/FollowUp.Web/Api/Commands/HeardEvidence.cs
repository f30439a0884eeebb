namespace FollowUp.Web.Api.Commands;

/// <summary>Evidence of seriousness that a conversation brings to light. That the phone was reached follows from the outcome.</summary>
public enum HeardEvidence
{
    NeedDescribed,
    Budget,
    Date,
    DecisionMaker,
}
