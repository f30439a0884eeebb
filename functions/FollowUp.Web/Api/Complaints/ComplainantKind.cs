namespace FollowUp.Web.Api.Complaints;

/// <summary>Who may complain.</summary>
public enum ComplainantKind
{
    Provider,
    Client,
}
