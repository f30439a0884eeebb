using System.Collections.Frozen;
using FollowUp.Domain.Projects.Commands;

namespace FollowUp.Application.Serialization;

/// <summary>The names of commands in the audit log, which stores them and shows them to managers (<see cref="StoredNames"/>).</summary>
public static class CommandNames
{
    /// <summary>The stored name by the command's type.</summary>
    public static readonly FrozenDictionary<Type, string> All = StoredNames.Derive<Command>(new Dictionary<Type, string>
    {
        [typeof(SetStandIn)] = "stand-in",
        [typeof(AdvanceTime)] = "pass-time",
    });
}
