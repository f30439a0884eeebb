using FollowUp.Domain.Text;

namespace FollowUp.Domain.Projects.Events;

/// <summary>
/// Something that happened to a project. A project is the fold of its events; people read them as the timeline. Events hold no personal
/// data: what people wrote is <see cref="FreeText"/>. They are stored and hashed: a field may be added at the end, and none is ever renamed,
/// moved or removed.
/// </summary>
public abstract record Event;
