namespace FollowUp.Domain.Projects.Events;

/// <summary>A relaunch left by mail, by itself.</summary>
/// <param name="Number">The number of the relaunch in this cycle, from 1.</param>
/// <param name="Kind">Which template it uses.</param>
/// <param name="InsteadOfCall">Whether it replaces a call that stayed undone for too long.</param>
public sealed record RelaunchMailed(int Number, RelaunchKind Kind, bool InsteadOfCall = false) : Event;

/// <summary>A relaunch fell due while neither phone nor mail was open.</summary>
/// <param name="Number">The number of the relaunch in this cycle, from 1.</param>
/// <param name="Warning">Whether it would have been the warning before dormancy.</param>
public sealed record RelaunchSkipped(int Number, bool Warning) : Event;

/// <summary>The client stayed silent after the warning: dormancy begins.</summary>
public sealed record WentDormant : Event;

/// <summary>A quarter of dormancy passed and a light mail was sent.</summary>
/// <param name="Quarter">The number of the quarter, from 1.</param>
public sealed record LightMailSent(int Quarter) : Event;

/// <summary>A quarter of dormancy passed without a mail, since the mail channel is closed.</summary>
/// <param name="Quarter">The number of the quarter, from 1.</param>
public sealed record QuarterPassed(int Quarter) : Event;

/// <summary>A sign of life ended dormancy.</summary>
public sealed record Woke : Event;

/// <summary>Staff were asked whether to close the project for silence.</summary>
/// <param name="Quarter">The number of the quarter, from 1.</param>
public sealed record ApprovalAsked(int Quarter) : Event;

/// <summary>Staff did not answer in time: the project stays dormant.</summary>
public sealed record ApprovalLapsed : Event;

/// <summary>Staff declined the closing: the project stays dormant.</summary>
public sealed record ApprovalDeclined : Event;

/// <summary>The department changed the cadence, and the new cycle of this project takes it.</summary>
/// <param name="Version">The version of the cadence.</param>
public sealed record CadenceTaken(int Version) : Event;
