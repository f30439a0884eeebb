namespace FollowUp.Domain.Projects;

/// <summary>The state of the question whether a provider may have its good-chances notice.</summary>
public enum NoticeApproval
{
    /// <summary>Staff were not asked.</summary>
    None,

    /// <summary>Staff were asked and did not answer yet.</summary>
    Waiting,

    /// <summary>Staff declined.</summary>
    Declined,
}
