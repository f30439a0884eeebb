using FollowUp.Application.Persons;
using FollowUp.Domain.Persons;

namespace FollowUp.Application.Ports;

/// <summary>
/// Stores persons. A commit of a project writes its person too (<see cref="Projects.Commit.Person"/>); this port is for what concerns no single
/// project. Thread-safe; writers of one person are serialized by an optimistic version check.
/// </summary>
public interface IPersonStore
{
    /// <summary>
    /// Whether every project of the store has the record of its person. Then a client without one has no project, and no earlier version wrote any.
    /// </summary>
    bool CoversAllProjects => false;

    /// <summary>Loads the person that a client of the website is, after joins.</summary>
    /// <param name="clientId">The website's id of the client.</param>
    /// <param name="cancellation">Cancels the read.</param>
    /// <returns>Null when there is no record: the client is unknown, or only earlier versions wrote their projects.</returns>
    ValueTask<Person?> Load(string clientId, CancellationToken cancellation = default);

    /// <summary>Loads a record as it is stored, without following a join.</summary>
    /// <param name="personId">See <see cref="PersonId"/>.</param>
    /// <param name="cancellation">Cancels the read.</param>
    /// <returns>Null when there is none.</returns>
    ValueTask<Person?> Find(string personId, CancellationToken cancellation = default);

    /// <summary>Reads which records were joined to another.</summary>
    /// <remarks>
    /// For lists: a join that is being written may be missing. Azure Tables name only the joins that were written since they have rows of their own.
    /// </remarks>
    ValueTask<JoinedPersons> LoadJoined(CancellationToken cancellation = default);

    /// <summary>Replaces a person.</summary>
    /// <returns>False when nothing was written: the person is at another version.</returns>
    ValueTask<bool> TrySave(PersonChange change, CancellationToken cancellation = default);
}
