namespace FollowUp.Web.Api.Commands;

/// <summary>How a project is closed.</summary>
public enum CloseResult
{
    Won,
    Dead,
}
