using System.Collections.Immutable;
using FollowUp.Application.HandOvers;
using FollowUp.Application.People;
using FollowUp.Application.Ports;
using FollowUp.Web.Shared.FormInput;

namespace FollowUp.Web.Console.Staffing;

/// <summary>The list of staff.</summary>
/// <param name="Workloads">Open projects by staff id.</param>
/// <param name="Left">Those who left and still have projects.</param>
/// <param name="HandOvers">The hand-overs that are not complete.</param>
/// <param name="Done">What was done just now; null for nothing.</param>
public sealed record StaffListViewModel(
    ConsoleVisit Visit, ImmutableDictionary<string, Workload> Workloads, ImmutableArray<Staff> Left, ImmutableArray<HandOver> HandOvers, string? Done)
{
    public int CountProjects(string staffId) => Workloads.GetValueOrDefault(staffId)?.OpenProjects ?? 0;
}

/// <summary>The page of one staff member, or of one to add.</summary>
/// <param name="Staff">Null for one to add.</param>
/// <param name="Projects">Their open projects, the first due first.</param>
public sealed record StaffMemberViewModel(ConsoleVisit Visit, Staff? Staff, ImmutableArray<ProjectListItem> Projects, string? Done)
{
    public FormEcho Echo { get; init; } = FormEcho.Empty;

    public string Action => Staff is null ? ConsoleAddresses.NewStaff : ConsoleAddresses.StaffMember(Staff);
}
