using System.Text.Json;
using FollowUp.Application.People;
using FollowUp.Application.Ports;

namespace FollowUp.Web.Api.Staffing;

/// <summary>The staff members, and those who left and still have projects, for the API and the command line.</summary>
public static class StaffList
{
    /// <summary>The JSON of the API.</summary>
    public static JsonSerializerOptions Json => ApiJsonOptions.Options;

    /// <summary>Reads the list, ordered by mail address.</summary>
    public static async Task<StaffResponse[]> Load(IDirectory directory, IProjectIndex index, CancellationToken cancellation = default)
    {
        var workloads = await index.GetWorkloads(cancellation);
        int CountProjects(Staff staff) => workloads.GetValueOrDefault(staff.Id)?.OpenProjects ?? 0;
        var former = (await directory.FormerStaff(cancellation)).Where(s => CountProjects(s) > 0);
        return [.. (await directory.AllStaff(cancellation)).Concat(former).OrderBy(s => s.Id, StringComparer.Ordinal)
            .Select(s => StaffResponse.Of(s, CountProjects(s)))];
    }
}
