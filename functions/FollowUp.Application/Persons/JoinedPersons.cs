using System.Collections.Immutable;
using FollowUp.Domain.Persons;

namespace FollowUp.Application.Persons;

/// <summary>Tells which clients staff joined to be one person.</summary>
/// <param name="JoinedTo">By the id of a record that was joined, the id of the record that it was joined to; see <see cref="PersonId"/>.</param>
public sealed record JoinedPersons(ImmutableDictionary<string, string> JoinedTo)
{
    /// <summary>The case in which no one was joined.</summary>
    public static JoinedPersons None { get; } = new(ImmutableDictionary<string, string>.Empty);

    /// <summary>A text that is the same for clients who are one person, and for no others. A list of thousands asks for it row by row.</summary>
    public string GroupKey(string clientId) => JoinedTo.IsEmpty ? clientId : Find(clientId);

    /// <summary>Returns the id of the person that a client of the website is.</summary>
    public string Find(string clientId)
    {
        var id = PersonId.Of(clientId);
        while (JoinedTo.TryGetValue(id, out var other))
        {
            id = other;
        }

        return id;
    }
}
