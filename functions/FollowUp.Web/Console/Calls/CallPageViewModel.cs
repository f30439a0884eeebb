using System.Collections.Immutable;
using FollowUp.Application.People;
using FollowUp.Application.Ports;
using FollowUp.Application.Projects;
using FollowUp.Domain.Projects.Events;
using FollowUp.Web.Console.Projects;

namespace FollowUp.Web.Console.Calls;

/// <summary>The call screen: one project, and where it stands among the calls of the day.</summary>
public sealed record CallPageViewModel
{
    const int MaxSaid = 4;

    public required ConsoleVisit Visit { get; init; }

    /// <summary>Whose calls a manager makes; null for one's own or everybody's.</summary>
    public required Staff? Owner { get; init; }

    public required CallQueue Queue { get; init; }

    /// <summary>The project to call about; null when no call is due.</summary>
    public required ProjectPageViewModel? Page { get; init; }

    /// <summary>The project whose call was recorded just before; null when there was none.</summary>
    public required RecordedCall? Recorded { get; init; }

    /// <summary>The client's other open projects.</summary>
    public ImmutableArray<ProjectListItem> OtherProjects { get; init; } = [];

    /// <summary>The id that the outcomes of this conversation share; null where the client has one open project.</summary>
    public string? Conversation { get; init; }

    /// <summary>Whether the conversation is recorded on another project already.</summary>
    public bool IsSameCall { get; init; }

    /// <summary>What was said and written last, newest first.</summary>
    public IEnumerable<TimelineLine> Said => Page is null
        ? []
        : Page.View.Timeline.Reverse().Where(l => l.Event is ClientReached or CallMissed or NoteAdded or ClientReplied or ClientAnswered or InformationGiven or ClientSignalled)
            .Take(MaxSaid);
}
