using System.Collections.Immutable;
using FollowUp.Application.Ports;
using FollowUp.Web.Console.Projects;

namespace FollowUp.Web.Console.Calls;

/// <summary>The call that was recorded just before, with what was recorded and the button to take it back.</summary>
/// <param name="Page">The project's page, whose undo form is shown.</param>
/// <param name="Text">What the timeline says of it.</param>
/// <param name="Closing">What the timeline says of the closing, where the call closed the project; else null.</param>
public sealed record RecordedCall(ProjectPageViewModel Page, string Text, string? Closing = null)
{
    /// <summary>The id of the conversation; null when it was about one project alone.</summary>
    public string? Conversation { get; init; }

    /// <summary>The client's other open projects on which the same conversation is not recorded yet.</summary>
    public ImmutableArray<ProjectListItem> Others { get; init; } = [];
}
