using System.Collections.Immutable;
using FollowUp.Domain.Text;

namespace FollowUp.Domain.Cadences;

/// <summary>Fields of a cadence table that belong together.</summary>
/// <param name="Id">Its id in kebab-case.</param>
/// <param name="Title">Its title.</param>
/// <param name="Fields">Its fields, in the order in which people read them.</param>
public sealed record CadenceSection(string Id, LocalizedText Title, ImmutableArray<CadenceField> Fields);
