using FollowUp.Domain.Permissions;
using FollowUp.Domain.Projects.NextActions;
using NodaTime;

namespace FollowUp.Domain.Projects.Events;

/// <summary>An event in its place on the timeline.</summary>
/// <param name="Seq">1 for the first event; the version of the project after this event.</param>
/// <param name="At">When it was decided.</param>
/// <param name="Role">The role of the actor.</param>
/// <param name="By">The id of the actor.</param>
/// <param name="Event">What happened.</param>
/// <param name="Plan">The next action from here on; null when the plan of before stands, when a later event of the same decision carries it, or when the project is closed.</param>
/// <param name="First">The version of the first event of the same decision; null for the first event itself, and for events that earlier versions stored.</param>
public sealed record RecordedEvent(long Seq, Instant At, Role Role, string By, Event Event, Plan? Plan = null, long? First = null);
