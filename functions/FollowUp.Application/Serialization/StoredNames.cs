using System.Collections.Frozen;

namespace FollowUp.Application.Serialization;

/// <summary>
/// The names under which types are stored: the type's name in kebab-case. A name never changes, so a type that is renamed keeps the name of
/// before by a line in <see cref="CommandNames"/> or <see cref="EventNames"/>.
/// </summary>
static class StoredNames
{
    /// <summary>The names of the concrete types derived from <typeparamref name="TBase"/> in its assembly, in ordinal order.</summary>
    /// <param name="renamed">The stored names of renamed types.</param>
    public static FrozenDictionary<Type, string> Derive<TBase>(IReadOnlyDictionary<Type, string> renamed) => typeof(TBase).Assembly.GetTypes()
        .Where(type => type.IsSubclassOf(typeof(TBase)) && !type.IsAbstract)
        .OrderBy(type => type.Name, StringComparer.Ordinal)
        .ToFrozenDictionary(type => type, type => renamed.GetValueOrDefault(type) ?? Kebab.Format(type.Name));
}
