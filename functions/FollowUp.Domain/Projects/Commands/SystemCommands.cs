using FollowUp.Domain.Permissions;

namespace FollowUp.Domain.Projects.Commands;

/// <summary>A command that nobody gives: it comes from the clock, a scheduled job, the assignment rules or a report of the mail service.</summary>
public abstract record SystemCommand : Command
{
    /// <inheritdoc/>
    public override Audience Audience => Audience.System;
}

/// <summary>Decides what time alone decides: one step at most, and nothing when none is due.</summary>
public sealed record AdvanceTime : SystemCommand;

/// <summary>An absence of the coordinator begins or ends. A repeat changes nothing.</summary>
/// <param name="Staff">The stand-in's id; null when the coordinator is back.</param>
public sealed record SetStandIn(string? Staff) : SystemCommand;

/// <summary>
/// The assignment rules put a coordinator in charge, because there is none, or because the one before has left or hands projects over. A closed project
/// gets one too, as it may be reopened. It changes nothing once another coordinator is in charge, so it may be repeated.
/// </summary>
/// <param name="Coordinator">The id of the coordinator whom the rules chose; null when there is none, and the manager is responsible.</param>
/// <param name="From">The coordinator whom the project must have; null: none.</param>
public sealed record AssignByRules(string? Coordinator, string? From) : SystemCommand;

/// <summary>The absent coordinator has no stand-in: a colleague is asked to take this project over for the time of the absence.</summary>
/// <param name="Staff">The id of the colleague whom the assignment chose.</param>
/// <param name="Mail">The id of a mail that asks for several projects at once; null when the project sends a mail of its own.</param>
public sealed record AskTakeOver(string Staff, string? Mail = null) : SystemCommand;

/// <summary>A mail came from the client's address: it works. Changes nothing unless a bounce had closed the channel.</summary>
public sealed record ReportMailWorks : SystemCommand;

/// <summary>The mail service reports that it closed the client's address.</summary>
/// <param name="Complaint">True for a spam complaint, false for a hard bounce.</param>
public sealed record ReportMailRefused(bool Complaint) : SystemCommand;
