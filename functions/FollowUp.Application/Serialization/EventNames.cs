using System.Collections.Frozen;
using FollowUp.Domain.Projects.Events;

namespace FollowUp.Application.Serialization;

/// <summary>The stored names of events (<see cref="StoredNames"/>).</summary>
static class EventNames
{
    /// <summary>The stored name by the event's type.</summary>
    public static readonly FrozenDictionary<Type, string> All = StoredNames.Derive<Event>(new Dictionary<Type, string>());
}
