using System.Collections.Immutable;
using FollowUp.Application.People;
using FollowUp.Application.Ports;
using FollowUp.Web.Shared.FormInput;
using FollowUp.Web.Shared.Wording;

namespace FollowUp.Web.Links.TakeOvers;

/// <summary>The page of a link that asks for all projects of an absent colleague at once.</summary>
/// <param name="Action">The address of the form.</param>
/// <param name="Staff">The staff member who is asked.</param>
/// <param name="Groups">The projects that wait for the answer, by absent colleague.</param>
/// <param name="Taken">How many projects of absent colleagues the staff member follows now.</param>
public sealed record TakeOverPageViewModel(
    string Action, Staff Staff, ImmutableArray<TakeOverGroup> Groups, int Taken, DateTimeText Days)
{
    public FormEcho Echo { get; init; } = FormEcho.Empty;

    public int Count => Groups.Sum(group => group.Projects.Length);
}

/// <summary>The projects of one absent colleague.</summary>
/// <param name="Until">The last day of the absence; null when the colleague is back.</param>
public sealed record TakeOverGroup(Staff? Absent, NodaTime.LocalDate? Until, ImmutableArray<ProjectListItem> Projects);
