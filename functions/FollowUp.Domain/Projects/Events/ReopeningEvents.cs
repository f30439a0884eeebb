namespace FollowUp.Domain.Projects.Events;

/// <summary>Staff are asked whether to reopen a dead project whose client did something on the website.</summary>
public sealed record ReopeningAsked : Event;

/// <summary>Staff leave the dead project closed.</summary>
public sealed record ReopeningDeclined : Event;
