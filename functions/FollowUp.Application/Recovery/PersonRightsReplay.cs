using System.Collections.Immutable;
using System.Diagnostics;
using FollowUp.Application.Ports;
using FollowUp.Application.Privacy;
using FollowUp.Application.Projects;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Persons;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Commands;

namespace FollowUp.Application.Recovery;

/// <summary>Applies rights again that were exercised after the backup that a store was restored from. May be repeated.</summary>
public sealed class PersonRightsReplay(IProjectStore store, ProjectCommands commands, PersonEraser eraser)
{
    /// <summary>Applies the refusals of contact and the withdrawals, then the erasures.</summary>
    /// <returns>How many were applied, and how many name a project that the store does not hold, of which nothing is left to protect.</returns>
    /// <exception cref="InvalidOperationException">Data of an erased person are left.</exception>
    public async Task<(int Applied, int Unknown)> Apply(ImmutableArray<PersonRight> rights, CancellationToken cancellation = default)
    {
        var (applied, unknown) = (0, 0);
        foreach (var right in rights.OrderBy(right => right.Kind == PersonRightKind.Erasure).ThenBy(right => right.At))
        {
            if (await store.Load(right.Project, cancellation) is { Project.ClientId: var client } && client == right.Client)
            {
                await Apply(right, cancellation);
                applied++;
            }
            else
            {
                unknown++;
            }
        }

        return (applied, unknown);
    }

    Task Apply(PersonRight right, CancellationToken cancellation) => right.Kind switch
    {
        PersonRightKind.NoMails => Record(right, new OptOut(Channel.Mail), cancellation),
        PersonRightKind.NoCalls => Record(right, new OptOut(Channel.Phone), cancellation),
        PersonRightKind.NoContact => Record(right, new AnswerRelaunch(ClientAnswer.LeaveMeAlone), cancellation),
        PersonRightKind.NoCallsAboutRequest => Record(right, new RecordConsent(ConsentScope.Request, Given: false, right.At), cancellation),
        PersonRightKind.NoCallsLater => Record(right, new RecordConsent(ConsentScope.Later, Given: false, right.At), cancellation),
        PersonRightKind.Erasure => Erase(right, cancellation),
        _ => throw new UnreachableException($"No rule for {right.Kind}."),
    };

    /// <summary>A closed project needs no closing, and its other refusals are no reason to stop either: the person is not contacted.</summary>
    async Task Record(PersonRight right, Command command, CancellationToken cancellation) =>
        await commands.Record(right.Project, command, Actor.Client(right.Client), cancellation: cancellation);

    async Task Erase(PersonRight right, CancellationToken cancellation)
    {
        if (await eraser.Erase(right.Client, Actor.Website, cancellation) is { Verified: false })
        {
            throw new InvalidOperationException($"Data of the erased client of project {right.Project} are left.");
        }
    }
}
