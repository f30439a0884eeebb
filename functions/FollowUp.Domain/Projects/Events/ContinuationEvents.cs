namespace FollowUp.Domain.Projects.Events;

/// <summary>
/// The client wants to be left alone about another of their projects: relaunches of this one stop, and staff are asked whether to go on with it.
/// </summary>
public sealed record ContinuationAsked : Event;

/// <summary>Staff know that the client wants this project to go on: relaunches start again, from now.</summary>
public sealed record ContinuationConfirmed : Event;

/// <summary>Staff did not answer a question in time. It stays open, and nothing is decided for them.</summary>
public sealed record DecisionOverdue : Event;
